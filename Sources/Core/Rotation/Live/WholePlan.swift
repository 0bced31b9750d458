/// All rounds of an evening, planned at once for people who all stay. From about twenty people on, more of them meet
/// than round by round (docs/algorithms.md); it is useless as soon as somebody comes, goes or keeps their place.
package struct WholePlan: Sendable {
  /// With fewer people, planning round by round does just as well.
  private static let fewest = 13
  /// Planning round by round looks at two rounds anyway.
  private static let leastRounds = 3
  private static let mostPeople = 200

  private let people: [String]
  private let sizes: [Int]
  private let rounds: [[[String]]]

  /// Nil if a plan of all rounds brings nothing, or can't be made. The arguments are those of
  /// `RoundPlanner.nextSeating`.
  /// - Parameter steps: proposed swaps; 400,000 take some 30 ms in an optimised build.
  package init?(
    _ planner: RoundPlanner, present: [String], tables: Int, tableLimit: Int, history: [PersonPair: Int], rounds: Int,
    seed: UInt64, steps: Int = 400_000
  ) {
    let roster = Roster(present)
    let count = roster.ids.count
    guard (Self.fewest...Self.mostPeople).contains(count), rounds >= Self.leastRounds, tables > 0, tableLimit > 1 else {
      return nil
    }
    let sizes = Self.sizes(people: count, tables, tableLimit)
    let met = roster.numbers(history)
    var worths = Dictionary(uniqueKeysWithValues: roster.numbers(planner.acquainted).map { ($0, 1) })
    for pair in met.keys { worths[pair] = 0 }
    let instance = try? RotationInstance(
      guestCount: count, tableSizes: Array(repeating: sizes, count: rounds),
      presence: Array(repeating: Set(0..<rounds), count: count), apart: roster.numbers(planner.apart),
      must: roster.numbers(planner.must).subtracting(met.keys), worths: worths, defaultWorth: 5)
    guard let instance else { return nil }
    let plan = RotationPlan(instance, seed: seed, limit: SearchLimit(steps: steps))
    (people, self.sizes) = (roster.ids, sizes)
    self.rounds = plan.schedule.map { $0.map { $0.map { roster.ids[$0] } } }
  }

  /// The seating of one round; nil once the evening is no longer the one that was planned.
  /// - Parameter round: from 0.
  package func seating(round: Int, present: [String], tables: Int, tableLimit: Int) -> [[String]]? {
    guard rounds.indices.contains(round), Set(present).sorted() == people,
      Self.sizes(people: people.count, tables, tableLimit) == sizes
    else { return nil }
    return rounds[round]
  }

  /// Sizes of the tables in use: a free one more or less makes no difference.
  private static func sizes(people: Int, _ tables: Int, _ limit: Int) -> [Int] {
    FloorTables.sizes(people: people, tables: tables, limit: limit, kept: []).filter { $0 > 0 }
  }
}
