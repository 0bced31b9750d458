import Core
import Database
import Foundation

/// The people of a host who will be erased on schedule, and the earliest date.
package struct LeavingStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct Leaving: Sendable, Equatable {
    /// The number of the host's people who go.
    package var count = 0
    /// The time when the first of them goes; nil if nobody does.
    package var from: Date?
    /// The first, with their ids.
    package var people: [(id: PersonID, name: String)] = []

    package init() {}

    package static func == (one: Leaving, other: Leaving) -> Bool {
      one.count == other.count && one.from == other.from && one.people.map(\.id) == other.people.map(\.id)
    }
  }

  /// - Parameter rule: the waiting time, which depends on how many people are due in the whole installation.
  package func leaving(of host: HostID, rule: ErasureRule, limit: Int, at now: Date) throws -> Leaving {
    var leaving = Leaving()
    try connection.forEach(
      """
      SELECT person.id, person.name, person.email, erasure_sighting.seen_at,
        (SELECT count(*) FROM erasure_sighting) AS everybody,
        (SELECT count(*) FROM erasure_sighting JOIN person AS own ON own.id = erasure_sighting.person_id
          WHERE own.host_id = \(host)) AS mine,
        (SELECT steady_at FROM installation WHERE id = 1) AS steady_at
      FROM erasure_sighting JOIN person ON person.id = erasure_sighting.person_id
      WHERE person.host_id = \(host)
      ORDER BY erasure_sighting.seen_at, person.search_key, person.id LIMIT \(limit)
      """
    ) { row in
      leaving.count = try row.get("mine")
      let name: String = try row.get("name")
      leaving.people.append((try row.get("id"), name.isEmpty ? try row.get("email") : name))
      guard leaving.from == nil else { return }
      let waits = rule.days(for: try row.get("everybody")) * SteadyClock.day
      let steady: Date = try row.find("steady_at") ?? now
      let due = try row.get("seen_at", as: Date.self).addingTimeInterval(waits)
      leaving.from = now.addingTimeInterval(max(0, due.timeIntervalSince(steady)))
    }
    return leaving
  }
}
