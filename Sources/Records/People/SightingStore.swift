import Core
import Database
import Foundation

/// The people who were due to be erased at earlier looks, and the steady time by which that is judged.
package struct SightingStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Returns: the clock after this look, which is stored.
  package func clock(at now: Date) throws -> SteadyClock {
    let row = try connection.row("SELECT steady_at, moved_at FROM installation WHERE id = 1")
    var clock = SteadyClock(now: now, newest: try InstallationStore(connection: connection).newest())
    if let time: Date = try row?.find("steady_at"), let movedAt: Date = try row?.find("moved_at") {
      clock = SteadyClock(time: time, movedAt: movedAt)
    }
    clock.advance(to: now)
    try connection.execute(
      "UPDATE installation SET steady_at = \(clock.time), moved_at = \(clock.movedAt) WHERE id = 1")
    return clock
  }

  /// The time since when each of them has been due. People no longer due are forgotten.
  package func look(at due: [PersonID], time: Date) throws -> [PersonID: Date] {
    let known = try connection.rows("SELECT person_id, seen_at FROM erasure_sighting") { row in
      (try row.get("person_id", as: PersonID.self), try row.get("seen_at", as: Date.self))
    }
    var sightings = Dictionary(known, uniquingKeysWith: { first, _ in first })
    let wanted = Set(due)
    for person in sightings.keys where !wanted.contains(person) {
      sightings[person] = nil
      try connection.execute("DELETE FROM erasure_sighting WHERE person_id = \(person)")
    }
    for person in wanted where sightings[person] == nil {
      sightings[person] = time
      try connection.execute("INSERT INTO erasure_sighting (person_id, seen_at) VALUES (\(person), \(time))")
    }
    return sightings
  }

  /// The number of people due, and the time since when the first of them has been.
  package func waiting() throws -> (count: Int, since: Date?) {
    let row = try connection.row("SELECT count(*) AS n, min(seen_at) AS since FROM erasure_sighting")
    return (try row?.get("n") ?? 0, try row?.find("since"))
  }
}
