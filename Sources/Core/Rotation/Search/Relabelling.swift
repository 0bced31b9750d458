import Foundation

/// The assignment of guests to the places of a finished schedule. A design treats all guests alike; relabelling puts
/// pairs who must not or need not meet on places that never meet, and pairs who must on places that do.
struct Relabelling {
  private let count: Int
  /// By pair of guests: the cost of a meeting.
  private let costs: [Int32]
  /// By pair of places: 1 if they meet.
  private let meets: [Int32]
  /// By guest: the place.
  private var place: [Int]

  init(_ schedule: [Seating], guestCount: Int, energy: PairEnergy) {
    count = guestCount
    costs = energy.first
    let counts = MeetingCounts(guestCount: guestCount, schedule)
    meets = (0..<guestCount).flatMap { one in (0..<guestCount).map { counts[one, $0] > 0 ? 1 : 0 } }
    place = Array(0..<guestCount)
  }

  /// The schedule with other guests on its places, after about `steps` swaps of two guests' places.
  mutating func run(
    _ schedule: [Seating], steps: Int, from hot: Double, to cold: Double, _ limit: inout SearchLimit,
    _ chance: inout Chance
  ) -> [Seating] {
    place.shuffle(using: &chance)
    var done = 0
    while done < steps {
      let taken = limit.take(min(512, steps - done))
      if taken == 0 { break }
      let temperature = hot * pow(cold / hot, Double(done) / Double(steps))
      // Each swap looks at all guests, while a step looks at two tables.
      for _ in 0..<max(1, taken * 8 / count) { propose(temperature, &chance) }
      done += taken
    }
    var guest = Array(repeating: 0, count: count)
    for (one, place) in place.enumerated() { guest[place] = one }
    return schedule.map { $0.map { $0.map { guest[$0] } } }
  }

  private mutating func propose(_ temperature: Double, _ chance: inout Chance) {
    let one = chance.below(count)
    let other = chance.below(count)
    let cost = cost(one, other)
    if cost > 0, Double(chance.next() >> 11) / 0x1p53 >= exp(Double(-cost) / temperature) { return }
    place.swapAt(one, other)
  }

  private func cost(_ one: Int, _ other: Int) -> Int {
    var cost = 0
    for mate in 0..<count where mate != one && mate != other {
      let gained = meets[place[other] * count + place[mate]] - meets[place[one] * count + place[mate]]
      cost += Int(gained * (costs[one * count + mate] - costs[other * count + mate]))
    }
    return cost
  }
}
