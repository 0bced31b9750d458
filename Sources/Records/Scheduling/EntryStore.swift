import Core
import Database
import House

/// The calendar entry each guest was last sent. Everybody has their own copy and therefore their own sequence: somebody
/// who declined and came back is ahead of the others.
package struct EntryStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct Entry: Sendable, Equatable {
    package let sequence: Int
    /// True if it was sent and not taken back.
    package let stands: Bool

    package init(sequence: Int, stands: Bool) {
      self.sequence = sequence
      self.stands = stands
    }
  }

  package func entry(of guest: GuestID) throws -> Entry? {
    let row = try connection.row("SELECT entry_sequence, entry_stands FROM guest WHERE id = \(guest)")
    guard let row, let sequence = try row.find("entry_sequence", as: Int.self) else { return nil }
    return Entry(sequence: sequence, stands: try row.get("entry_stands"))
  }

  /// SEQUENCE of the latest mail to the guest with a different date, by its key; entries that were only renewed,
  /// because the guest answered or got a new link, have the same date.
  package func dateSequence(of guest: GuestID) throws -> Int {
    let prefix = "change:\(guest):"
    let keys = try connection.rows(
      "SELECT idempotency_key FROM outbox WHERE guest_id = \(guest) AND kind = 'change'"
    ) { try $0.get("idempotency_key", as: String.self) }
    return keys.filter { $0.hasPrefix(prefix) }.compactMap { Int($0.dropFirst(prefix.count)) }.max() ?? 0
  }

  /// Records that the guest is sent an entry.
  /// - Parameter stands: false if it is taken back.
  /// - Returns: its SEQUENCE: never below the party's, and above the guest's current one.
  package func advance(for guest: Guest, of party: Party, stands: Bool) throws -> Int {
    let changes = changes(for: guest, of: party)
    let row = try connection.row(
      """
      UPDATE guest SET entry_stands = \(stands),
        entry_sequence = CASE WHEN coalesce(entry_sequence, -1) < \(changes) THEN \(changes) ELSE entry_sequence + 1 END
      WHERE id = \(guest.id) RETURNING entry_sequence
      """)
    guard let row else { throw AppError.notFound }
    return try row.get("entry_sequence")
  }

  /// The sequence of the current entry, for a file of it.
  package func currentSequence(for guest: Guest, of party: Party) throws -> Int {
    max(changes(for: guest, of: party), try entry(of: guest.id)?.sequence ?? 0)
  }

  /// A guest of honour's slot changes both with the party's date and on its own.
  private func changes(for guest: Guest, of party: Party) -> Int {
    party.revision.sequence + (guest.honour?.slotChanges ?? 0)
  }
}
