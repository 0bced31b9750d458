import Core
import Database
import Foundation

/// The state of parties in their hosts' own calendars.
package struct HostEntryStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// An entry as last mailed.
  package struct Sent: Sendable, Equatable {
    package let sequence: Int
    /// Nil if it was taken back.
    package let start: Date?
    package let minutes: Int

    package init(sequence: Int, start: Date?, minutes: Int) {
      (self.sequence, self.start, self.minutes) = (sequence, start, minutes)
    }
  }

  /// The number of guests who have said yes.
  package func coming(to party: PartyID) throws -> Int {
    try connection.count(
      "SELECT count(*) AS n FROM guest WHERE guest.party_id = \(party) AND guest.state = 'accepted'")
  }

  /// Nil if the host was sent none.
  package func sent(to host: HostID, of party: PartyID) throws -> Sent? {
    try connection.row(
      "SELECT sequence, starts_at, minutes FROM host_entry WHERE party_id = \(party) AND host_id = \(host)"
    ).map { Sent(sequence: try $0.get("sequence"), start: try $0.find("starts_at"), minutes: try $0.get("minutes")) }
  }

  package func note(_ sent: Sent, to host: HostID, of party: PartyID) throws {
    try connection.execute(
      """
      INSERT INTO host_entry (party_id, host_id, sequence, starts_at, minutes)
      VALUES (\(party), \(host), \(sent.sequence), \(sent.start), \(sent.minutes))
      ON CONFLICT (party_id, host_id) DO UPDATE SET
        sequence = excluded.sequence, starts_at = excluded.starts_at, minutes = excluded.minutes
      """)
  }

  /// Parties whose entry in a host's calendar is out of date: confirmed without an entry, moved, or cancelled. Parties
  /// in the past are left as they are.
  package func outdated(at now: Date) throws -> [(party: PartyID, host: HostID)] {
    try connection.rows(
      """
      SELECT party.id, hosting.host_id FROM party
        JOIN (
          SELECT id AS party_id, host_id FROM party
          UNION ALL SELECT party_id, host_id FROM cohost WHERE accepted_at IS NOT NULL) AS hosting
          ON hosting.party_id = party.id
        LEFT JOIN host_entry ON host_entry.party_id = party.id AND host_entry.host_id = hosting.host_id
      WHERE party.starts_at > \(now) AND party.confirmed_at IS NOT NULL AND party.state IN ('inviting', 'scheduled')
          AND (host_entry.party_id IS NULL OR host_entry.starts_at IS NULL OR host_entry.starts_at <> party.starts_at
            OR host_entry.minutes <> party.minutes)
        OR host_entry.starts_at > \(now) AND party.state = 'cancelled'
      ORDER BY party.id, hosting.host_id
      """
    ) { (try $0.get("id"), try $0.get("host_id")) }
  }
}
