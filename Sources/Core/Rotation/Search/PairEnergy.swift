/// The cost of one more meeting of a pair; the search goes downhill. A first meeting brings the pair's worth, a further
/// one brings nothing or costs, a forbidden one costs more than any other could bring.
struct PairEnergy {
  /// By pair, `one * guestCount + other`: the cost of a first meeting; below 0 if it is welcome.
  let first: [Int32]
  /// The cost of a meeting for each earlier meeting of the pair.
  let again: Int32

  enum Kind {
    /// For annealing: wishes weigh little more than worths, and surplus nothing, so that the search can cross barriers.
    case smooth
    /// For annealing where a wish was missed: as `smooth`, but a wish outweighs several worths.
    case firm
    /// A worth outweighs surplus, and a wish outweighs worths, as in the score.
    case strict
  }

  init(_ instance: RotationInstance, _ kind: Kind) {
    let highest = max(1, instance.worths.values.max() ?? 0, instance.defaultWorth)
    let unit = kind == .strict ? 256 : 1024 / highest
    let must = unit * highest * (kind == .smooth ? 3 : 8)
    let count = instance.guestCount
    var first = Array(repeating: Int32(-instance.defaultWorth * unit), count: count * count)
    func set(_ pair: GuestPair, _ cost: Int) {
      first[pair.low * count + pair.high] = Int32(cost)
      first[pair.high * count + pair.low] = Int32(cost)
    }
    for (pair, worth) in instance.worths { set(pair, -worth * unit) }
    for pair in instance.must { set(pair, -must - instance.worth(pair) * unit) }
    for pair in instance.apart { set(pair, must * 3) }
    self.first = first
    again = kind == .strict ? 1 : 0
  }
}
