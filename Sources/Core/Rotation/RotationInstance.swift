/// The guests present in each round, the sizes of the tables, the pairs who must not meet, those who must, and the
/// worth of a meeting.
///
/// Guests are numbers from 0, rounds count from 0. Every guest present in a round sits at exactly one table.
package struct RotationInstance: Sendable, Equatable {
  /// 1…1000.
  package let guestCount: Int
  /// By round: the sizes of its tables, 1…100 seats each; together as many seats as there are guests. 1…200 rounds.
  package let tableSizes: [[Int]]
  /// By guest: the rounds in which they are there.
  package let presence: [Set<Int>]
  /// Pairs who must never sit together: a hard rule.
  package let apart: Set<GuestPair>
  /// Pairs who should meet before anything else counts.
  package let must: Set<GuestPair>
  /// The worth of a pair's first meeting, 0…1000, where it differs from `defaultWorth`.
  package let worths: [GuestPair: Int]
  package let defaultWorth: Int

  /// Throws an `InstanceProblem` that names the field.
  package init(
    guestCount: Int, tableSizes: [[Int]], presence: [Set<Int>], apart: Set<GuestPair> = [], must: Set<GuestPair> = [],
    worths: [GuestPair: Int] = [:], defaultWorth: Int = 1
  ) throws(InstanceProblem) {
    self.guestCount = guestCount
    self.tableSizes = tableSizes
    self.presence = presence
    self.apart = apart
    self.must = must
    self.worths = worths
    self.defaultWorth = defaultWorth
    try InstanceCheck(self).run()
  }

  /// Everybody is there all the time, there are no wishes, and tables are as even as possible.
  package init(guests: Int, perTable: Int, rounds: Int) throws(InstanceProblem) {
    guard perTable > 1 else { throw InstanceProblem("table", "needs at least 2 seats") }
    try self.init(
      guestCount: guests, tableSizes: Array(repeating: TableSizes.even(guests, near: perTable), count: max(0, rounds)),
      presence: Array(repeating: Set(0..<max(0, rounds)), count: max(0, guests)))
  }

  package var rounds: Int { tableSizes.count }

  /// The worth of these two people's first meeting.
  package func worth(_ pair: GuestPair) -> Int { worths[pair] ?? defaultWorth }

  /// Guests who are there in a round, in ascending order.
  package func present(in round: Int) -> [Int] {
    presence.indices.filter { presence[$0].contains(round) }
  }

  /// Everybody is there in every round, and the tables are always the same.
  package var isUniform: Bool {
    presence.allSatisfy { $0.count == rounds } && tableSizes.allSatisfy { $0.sorted() == tableSizes[0].sorted() }
  }

  /// No wish distinguishes one guest from another.
  package var hasNoWishes: Bool { apart.isEmpty && must.isEmpty && worths.isEmpty }
}
