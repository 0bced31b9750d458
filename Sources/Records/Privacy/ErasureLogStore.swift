import Core
import Database
import Foundation

/// Shows that people are erased without saying who: a count for each day (UTC) and reason.
package struct ErasureLogStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package enum Reason: String, Sendable, CaseIterable {
    /// A host erased somebody.
    case host
    /// Retention erased them.
    case schedule
    /// Their host was removed.
    case removal
  }

  package struct Entry: Sendable, Equatable {
    /// `2026-11-30`.
    package let day: String
    package let reason: Reason
    package let people: Int

    package init(day: String, reason: Reason, people: Int) {
      self.day = day
      self.reason = reason
      self.people = people
    }
  }

  package func add(_ people: Int, _ reason: Reason, at now: Date) throws {
    guard people > 0 else { return }
    let day = LocalTime(now, in: .utc).day.text
    try connection.execute(
      """
      INSERT INTO erasure_log (day, reason, people) VALUES (\(day), \(reason.rawValue), \(people))
      ON CONFLICT (day, reason) DO UPDATE SET people = erasure_log.people + excluded.people
      """)
  }

  /// The newest first.
  package func entries(limit: Int) throws -> [Entry] {
    try connection.rows("SELECT day, reason, people FROM erasure_log ORDER BY day DESC, reason LIMIT \(limit)") { row in
      Entry(
        day: try row.get("day"), reason: Reason(rawValue: try row.get("reason")) ?? .host, people: try row.get("people")
      )
    }
  }
}
