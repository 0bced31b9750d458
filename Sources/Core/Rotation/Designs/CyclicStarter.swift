/// Rounds without repeats that arise from one: guests stand in circles of m places, a few stand still, and from round to
/// round everybody in a circle moves on by one place.
///
/// Two guests at one table of the first round lend their distance to all pairs of the same circles with that distance: if no
/// distance occurs twice at the tables of the first round, no pair meets twice in m rounds. Such a first round (a starter, in
/// the theory of designs) is found by a short anneal, since there is only one round to look at. Two or three starters
/// that share the distances give two or three times as many rounds.
struct CyclicStarter {
  private let guests: Int
  private let shape: StarterShape
  private let tableSizes: [Int]
  /// By pair: the class of its distance.
  private let distances: [Int32]
  /// By class of distance: how many pairs of it are free of repeats.
  private let room: [Int32]

  /// Guests beyond the last full circle stand still.
  init(tableSizes: [Int], shape: StarterShape) {
    guests = tableSizes.reduce(0, +)
    self.shape = shape
    self.tableSizes = tableSizes
    let classes = DistanceClasses(guests: guests, circle: shape.circle)
    distances = classes.ofPair
    room = classes.room
  }

  /// Whether there are as many distances as pairs at the tables of the starters.
  var isPossible: Bool {
    let pairs = tableSizes.map { $0 * ($0 - 1) / 2 }.reduce(0, +)
    return Int(room.reduce(0, +)) >= shape.starters * pairs
  }

  /// The rounds, if an anneal of about `steps` swaps at this temperature finds starters; no more than the starters times the
  /// circle. At 0.25 large circles are found sooner, at 0.35 large tables.
  func rounds(
    _ count: Int, steps: Int, temperature: Double, _ limit: inout SearchLimit, _ chance: inout Chance
  ) -> [Seating]? {
    let search = StarterSearch(
      tableSizes: tableSizes, starters: shape.starters, distances: distances, room: room, &chance)
    guard search.run(steps: steps, temperature: temperature, &limit, &chance) else { return nil }
    let found = search.starters
    return (0..<count).map { round in
      found[round % found.count].map { $0.map { moved($0, by: round / found.count) } }
    }
  }

  private func moved(_ guest: Int, by turn: Int) -> Int {
    if guest >= guests - guests % shape.circle { return guest }
    return guest / shape.circle * shape.circle + (guest % shape.circle + turn) % shape.circle
  }
}

/// Which pairs become which when everybody moves on.
private struct DistanceClasses {
  private(set) var ofPair: [Int32] = []
  private(set) var room: [Int32] = []

  init(guests: Int, circle: Int) {
    let moving = guests - guests % circle
    var numbers: [Key: Int32] = [:]
    for one in 0..<guests {
      for other in 0..<guests {
        let key = Key(min(one, other), max(one, other), circle: circle, moving: moving)
        if numbers[key] == nil {
          numbers[key] = Int32(room.count)
          room.append(key.isRepeated(circle) ? 0 : 1)
        }
        ofPair.append(numbers[key] ?? 0)
      }
    }
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

    /// Two who stand still meet in every round; two on opposite sides of a circle meet again after half of it.
    func isRepeated(_ circle: Int) -> Bool {
      guard let distance else { return one >= 0 }
      return one == other && 2 * distance == circle
    }
  }
}
