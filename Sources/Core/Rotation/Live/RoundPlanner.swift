/// Plans a party's rounds one after another: the entry point for whatever runs the floor.
///
/// ```swift
/// var planner = RoundPlanner()
/// planner.apart = [PersonPair("ada", "bob")]
/// let tables = planner.nextSeating(present: here, tables: 4, tableLimit: 4, history: met, roundsLeft: 3, seed: 7)
/// ```
///
/// Ask again whenever somebody comes, goes or asks to stay: the answer takes a few milliseconds for fifty people.
package struct RoundPlanner: Sendable {
  /// Pairs who must never sit together.
  package var apart: Set<PersonPair> = []
  /// Pairs who should meet before anything else counts: the host with each guest, the guest of honour with everybody.
  package var must: Set<PersonPair> = []
  /// Pairs who already know each other, as colleagues or from earlier parties: their meeting is worth a fifth of
  /// strangers'.
  package var acquainted: Set<PersonPair> = []

  package init() {}

  /// The next seating: one list for each table, in the order of the tables; a table that isn't needed stays empty.
  ///
  /// Tables are as even as possible, and nobody sits alone if that can be avoided. If there are too few tables, they
  /// hold more than the limit. More than 1000 people, or 100 at a table, are seated without a plan.
  /// - Parameters:
  ///   - tables: the number of tables, at least 1.
  ///   - tableLimit: the number of people a table holds, at least 2; with fewer people, fewer tables are used.
  ///   - history: the number of times each two have met in this party; see `met(in:)`.
  ///   - staying: people who keep their place, with their table (from 0). They are never moved.
  ///   - roundsLeft: this round and those planned after it.
  package func nextSeating(
    present: [String], tables: Int, tableLimit: Int, history: [PersonPair: Int], staying: [String: Int] = [:],
    roundsLeft: Int = 1, seed: UInt64
  ) -> [[String]] {
    let roster = Roster(present)
    let stayers = roster.numbers(staying.filter { (0..<max(1, tables)).contains($0.value) })
    let sizes = FloorTables.sizes(
      people: roster.ids.count, tables: max(1, tables), limit: max(2, tableLimit), kept: Array(stayers.values))
    let used = sizes.indices.filter { sizes[$0] > 0 }
    let round = try? NextRound(
      present: Array(roster.ids.indices), tableSizes: used.map { sizes[$0] }, roundsLeft: roundsLeft,
      history: roster.numbers(history), apart: roster.numbers(apart), must: roster.numbers(must),
      worths: Dictionary(uniqueKeysWithValues: roster.numbers(acquainted).map { ($0, 1) }), defaultWorth: 5,
      staying: stayers.compactMapValues { used.firstIndex(of: $0) })
    let planned = round?.seating(seed: seed) ?? Seats.seating(Array(roster.ids.indices), at: used.map { sizes[$0] })
    var seating = Array(repeating: [String](), count: max(1, tables))
    for (table, guests) in zip(used, planned) { seating[table] = guests.map { roster.ids[$0] } }
    return seating
  }

  /// Pairs of people present who have not met but may, in ascending order.
  package func whoHasNotMet(present: [String], history: [PersonPair: Int]) -> [PersonPair] {
    let people = Array(Set(present)).sorted()
    return people.enumerated()
      .flatMap { position, one in people[(position + 1)...].map { PersonPair(one, $0) } }
      .filter { history[$0, default: 0] == 0 && !apart.contains($0) }
  }

  /// The number of times each two have met in these seatings.
  package static func met(in rounds: [[[String]]]) -> [PersonPair: Int] {
    var met: [PersonPair: Int] = [:]
    for table in rounds.joined() {
      for (place, one) in table.enumerated() {
        for other in table[(place + 1)...] { met[PersonPair(one, other), default: 0] += 1 }
      }
    }
    return met
  }
}
