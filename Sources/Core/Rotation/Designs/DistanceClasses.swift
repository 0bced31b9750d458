/// The pairs that turn into each other when everybody in a circle moves on by one place, round after round, while some
/// stand still.
struct DistanceClasses {
  let guests: Int
  let circle: Int
  /// Guests with this number or a higher one stand still.
  let moving: Int
  /// By pair, `one * guests + other`: the number of its class.
  private(set) var ofPair: [Int32] = []
  /// By class: the number of its pairs.
  private(set) var sizes: [Int32] = []

  init(guests: Int, circle: Int, still: Int) {
    self.guests = guests
    self.circle = circle
    moving = guests - still
    var numbers: [Key: Int32] = [:]
    for one in 0..<guests {
      for other in 0..<guests {
        let key = Key(min(one, other), max(one, other), circle: circle, moving: moving)
        let number = numbers[key] ?? Int32(sizes.count)
        if numbers.updateValue(number, forKey: key) == nil { sizes.append(0) }
        if one < other { sizes[Int(number)] += 1 }
        ofPair.append(number)
      }
    }
  }

  /// The place of a guest of the first round after so many turns.
  func moved(_ guest: Int, by turns: Int) -> Int {
    if guest >= moving { return guest }
    return guest / circle * circle + (guest % circle + turns) % circle
  }

  private struct Key: Hashable {
    let one: Int
    let other: Int
    /// Nil if one or both stand still.
    let distance: Int?

    init(_ low: Int, _ high: Int, circle: Int, moving: Int) {
      let isStill = high >= moving
      one = low >= moving ? low : -1 - low / circle
      other = isStill ? high : -1 - high / circle
      let apart = (high % circle + circle - low % circle) % circle
      distance = isStill ? nil : one == other ? min(apart, circle - apart) : apart
    }
  }
}
