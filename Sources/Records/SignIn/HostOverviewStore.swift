import Core
import Database
import Foundation

/// A host as an operator sees them: the size of what they have, and nothing of its content.
package struct HostOverview: Sendable {
  package let host: Host
  package let createdAt: Date
  /// The last time they used the program; nil if they have no session.
  package let seenAt: Date?
  package let people: Int
  package let parties: Int
  /// Letters sent in the last 30 days.
  package let letters: Int

  package init(host: Host, createdAt: Date, seenAt: Date?, people: Int, parties: Int, letters: Int) {
    self.host = host
    self.createdAt = createdAt
    self.seenAt = seenAt
    self.people = people
    self.parties = parties
    self.letters = letters
  }
}

package struct HostOverviewStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// All hosts, oldest first, in one statement.
  package func all(at now: Date) throws -> [HostOverview] {
    let month = now.addingTimeInterval(-30 * 86_400)
    return try connection.rows(
      """
      SELECT host.*,
        (SELECT max(session.seen_at) FROM session WHERE session.host_id = host.id) AS last_seen_at,
        (SELECT count(*) FROM person WHERE person.host_id = host.id) AS people,
        (SELECT count(*) FROM party WHERE party.host_id = host.id) AS parties,
        (SELECT count(*) FROM outbox WHERE outbox.host_id = host.id AND outbox.kind = 'letter'
          AND outbox.accepted_at > \(month)) AS letters
      FROM host ORDER BY host.created_at, host.id
      """
    ) { row in
      HostOverview(
        host: try Host(row), createdAt: try row.get("created_at"), seenAt: try row.find("last_seen_at"),
        people: try row.get("people"), parties: try row.get("parties"), letters: try row.get("letters"))
    }
  }
}
