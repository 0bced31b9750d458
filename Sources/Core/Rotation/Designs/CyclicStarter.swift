/// Rounds without repeats that arise from one: guests stand in circles of m places, a few stand still, and from round to
/// round everybody in a circle moves on by one place.
///
/// Two guests at one table of the first round lend their distance to all pairs of the same circles with that distance: if no
/// distance occurs twice at the tables of the first round, no pair meets twice in m rounds. Such a first round (a starter, in
/// the theory of designs) is found by a short anneal, since there is only one round to look at.
struct CyclicStarter {
  private let guests: Int
  private let circle: Int
  private let tableSizes: [Int]
  /// By pair: the class of its distance.
  private let distances: [Int32]
  /// By class of distance: how many pairs of it are free of repeats.
  private let room: [Int32]

  /// Guests beyond the last full circle stand still.
  init(tableSizes: [Int], circle: Int) {
    guests = tableSizes.reduce(0, +)
    self.circle = circle
    self.tableSizes = tableSizes
    let classes = DistanceClasses(guests: guests, circle: circle)
    distances = classes.ofPair
    room = classes.room
  }

  /// The circles that could serve so many rounds: at most as many guests stand still as there are tables.
  static func circles(tableSizes: [Int], rounds: Int) -> [Int] {
    let guests = tableSizes.reduce(0, +)
    guard rounds > 1, rounds <= guests else { return [] }
    return (rounds...guests).filter { guests % $0 <= tableSizes.count }
  }

  /// The rounds, if the anneal of about `steps` swaps finds a starter.
  func rounds(_ count: Int, steps: Int, _ limit: inout SearchLimit, _ chance: inout Chance) -> [Seating]? {
    var search = StarterSearch(tableSizes: tableSizes, distances: distances, room: room, &chance)
    guard search.run(steps: steps, &limit, &chance) else { return nil }
    return (0..<count).map { turn in search.seating.map { $0.map { moved($0, by: turn) } } }
  }

  private func moved(_ guest: Int, by turn: Int) -> Int {
    if guest >= guests - guests % circle { return guest }
    return guest / circle * circle + (guest % circle + turn) % circle
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
