import Core
import Database

/// Everything a guest left at one party, and its erasure.
package struct GuestErasureStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The names they used there.
  package func names(of guest: GuestID) throws -> Set<String> {
    let rows = try connection.rows("SELECT name FROM participant WHERE guest_id = \(guest)") {
      try $0.get("name", as: String.self)
    }
    return Set(rows)
  }

  /// Erases where they stood, and everything they said, wrote, gave and voted; the invitation stays.
  package func erase(_ guest: GuestID, of party: PartyID) throws {
    try connection.execute("DELETE FROM participant WHERE party_id = \(party) AND guest_id = \(guest)")
    // The events are kept only for a restart, and name everybody: once the evening is over nobody needs them.
    try connection.execute("DELETE FROM floor_event WHERE party_id = \(party)")
    try connection.execute("DELETE FROM floor_snapshot WHERE party_id = \(party)")
    try connection.execute(
      """
      UPDATE guest SET wishes = '', brings = '', word = '', arrives = '', leaves = '', drink = '', card_name = '',
        card_line = '', card_email = '', card_phone = '', card_web = ''
      WHERE id = \(guest) AND party_id = \(party)
      """)
    try connection.execute("DELETE FROM guest_event WHERE guest_id = \(guest)")
    try connection.execute("DELETE FROM honour_question WHERE guest_id = \(guest)")
    try connection.execute("DELETE FROM honour_vote WHERE guest_id = \(guest)")
    try connection.execute("DELETE FROM vote WHERE guest_id = \(guest)")
    try connection.execute(
      "UPDATE outbox SET text = '', html = '' WHERE guest_id = \(guest) AND kind IN ('summary', 'promise', 'notice')")
  }
}
