import Foundation

/// Anneals one round until no class of distance is used more often than it has room.
struct StarterSearch {
  private(set) var seating: Seating
  private let distances: [Int32]
  private let room: [Int32]
  private var used: [Int32]
  private var excess = 0
  private let guests: Int

  init(tableSizes: [Int], distances: [Int32], room: [Int32], _ chance: inout Chance) {
    guests = tableSizes.reduce(0, +)
    self.distances = distances
    self.room = room
    used = Array(repeating: 0, count: room.count)
    var order = Array(0..<guests).shuffled(using: &chance)
    seating = tableSizes.map { size in
      defer { order.removeLast(size) }
      return Array(order.suffix(size))
    }
    for table in seating.indices {
      for place in seating[table].indices { count(table, place, before: place, 1) }
    }
  }

  /// Whether a starter was found.
  mutating func run(steps: Int, _ limit: inout SearchLimit, _ chance: inout Chance) -> Bool {
    let tables = seating.count
    guard tables > 1 else { return excess == 0 }
    var done = 0
    while excess > 0, done < steps {
      // A step here looks at about four times as many pairs as a swap in the whole schedule.
      let taken = limit.take(min(512, steps - done))
      if taken == 0 { return false }
      let temperature = 0.9 * pow(0.25, Double(done) / Double(steps))
      for _ in 0..<max(1, taken / 4) where excess > 0 { propose(temperature, &chance) }
      done += taken
    }
    return excess == 0
  }

  private mutating func propose(_ temperature: Double, _ chance: inout Chance) {
    let one = chance.below(seating.count)
    let other = (one + 1 + chance.below(seating.count - 1)) % seating.count
    let places = (chance.below(seating[one].count), chance.below(seating[other].count))
    let before = excess
    swap(one, places.0, other, places.1)
    if excess <= before { return }
    let chanceToKeep = exp(Double(before - excess) / temperature)
    if Double(chance.next() >> 11) / 0x1p53 >= chanceToKeep { swap(one, places.0, other, places.1) }
  }

  private mutating func swap(_ one: Int, _ place: Int, _ other: Int, _ otherPlace: Int) {
    count(one, place, before: seating[one].count, -1)
    count(other, otherPlace, before: seating[other].count, -1)
    let guest = seating[one][place]
    seating[one][place] = seating[other][otherPlace]
    seating[other][otherPlace] = guest
    count(one, place, before: seating[one].count, 1)
    count(other, otherPlace, before: seating[other].count, 1)
  }

  /// Notes the pairs of a guest with those on the places before `end` of the table.
  private mutating func count(_ table: Int, _ place: Int, before end: Int, _ difference: Int32) {
    let row = seating[table][place] * guests
    for mate in 0..<end where mate != place {
      let distance = Int(distances[row + seating[table][mate]])
      let old = used[distance]
      used[distance] = old + difference
      excess += Int(max(0, used[distance] - room[distance]) - max(0, old - room[distance]))
    }
  }
}
