/// The division of a pair's points between its two people within a bound. Any split is valid; a good one makes the
/// bound sharp: points that depend on somebody unlikely to come are better counted on that person's own side (a
/// subgradient of the Lagrangian dual).
struct PairSplit {
  /// In half points, row by row: the two sides of a pair add up to the pair twice.
  private(set) var halves: [Int16]
  private let width: Int

  private static let rounds = 24

  init(_ pairs: [Int16], width: Int) {
    halves = pairs
    self.width = width
  }

  /// - Returns: the number of pairs looked at.
  mutating func sharpen(_ branch: Branch, linear: [Int32], free: Int) -> Int {
    let people = branch.people
    var rows = people.indices.map { partners(of: $0, people, free - 1) }
    var cost = people.count * people.count
    for round in 0..<Self.rounds {
      let leaders = leaders(rows, linear, free)
      let step = Int16(max(1, 8 >> (round / 6)))
      var touched: Set<Int> = []
      for leader in leaders {
        for partner in rows[leader].places where !(leaders.contains(partner) && rows[partner].places.contains(leader)) {
          shift(step, from: people[leader], to: people[partner])
          touched.formUnion([leader, partner])
        }
      }
      if touched.isEmpty { break }
      for place in touched.sorted() { rows[place] = partners(of: place, people, free - 1) }
      cost += touched.count * people.count
    }
    return cost
  }

  private mutating func shift(_ step: Int16, from one: Int, to other: Int) {
    halves[one * width + other] -= step
    halves[other * width + one] += step
  }

  private struct Partners {
    var places: [Int]
    var sum: Int32
  }

  /// The people somebody's bound relies on most.
  private func partners(of place: Int, _ people: [Int], _ limit: Int) -> Partners {
    let row = people[place] * width
    var best: [(place: Int, value: Int16)] = []
    best.reserveCapacity(limit + 1)
    var least = Int16.min
    halves.withUnsafeBufferPointer { halves in
      for (other, person) in people.enumerated() where other != place {
        let value = halves[row + person]
        if best.count == limit, value <= least { continue }
        let position = best.firstIndex { $0.value < value } ?? best.count
        best.insert((other, value), at: position)
        if best.count > limit { best.removeLast() }
        least = best[best.count - 1].value
      }
    }
    return Partners(places: best.map(\.place), sum: best.reduce(0) { $0 + Int32($1.value) })
  }

  /// The people who would make the table by this bound.
  private func leaders(_ rows: [Partners], _ linear: [Int32], _ free: Int) -> [Int] {
    let values = zip(rows, linear).map { $0.sum + $1 }
    return Array(values.indices.sorted { (values[$1], $0) < (values[$0], $1) }.prefix(free))
  }
}
