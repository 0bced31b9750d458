/// What one more meeting of a pair costs: the search goes downhill. A first meeting brings the pair's worth, a further one
/// costs more each time, a forbidden one costs more than anything else brings.
struct PairEnergy {
  /// By pair, `one * guestCount + other`: what a first meeting costs; below 0 if it is welcome.
  let first: [Int32]
  /// What a meeting costs for each time that the pair has met before.
  let again: Int32

  enum Kind {
    /// For annealing: few and even steps between good and bad, so that the search gets across.
    case smooth
    /// Any worth outweighs any surplus, as in the score.
    case strict
  }

  init(_ instance: RotationInstance, _ kind: Kind) {
    let highest = max(1, instance.worths.values.max() ?? 0, instance.defaultWorth)
    let unit = kind == .smooth ? 1024 / highest : 256
    let must = kind == .smooth ? Int(Double(unit * highest) * Tuning.must) : unit * highest * 8
    let count = instance.guestCount
    var first = Array(repeating: Int32(-instance.defaultWorth * unit), count: count * count)
    func set(_ pair: GuestPair, _ cost: Int) {
      first[pair.low * count + pair.high] = Int32(cost)
      first[pair.high * count + pair.low] = Int32(cost)
    }
    for (pair, worth) in instance.worths { set(pair, -worth * unit) }
    for pair in instance.must { set(pair, -must - instance.worth(pair) * unit) }
    for pair in instance.apart { set(pair, kind == .smooth ? Int(Double(unit * highest) * Tuning.apart) : must * 4) }
    self.first = first
    again = kind == .smooth ? Int32(Double(unit * highest) * Tuning.again) : 1
  }
}
