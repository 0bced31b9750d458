import Core
import Database

/// Takes a guest out of an evening that is over: where they stood, what they wrote, gave and promised, their ballot, their wishes
/// and their card. That they were invited stays with the host, whose address book has an erasure of its own.
struct GuestErasure {
  let connection: any Connection

  /// - Returns: false while the evening is not over.
  func erase(_ guest: GuestID, of party: PartyID) throws -> Bool {
    guard try PartyStore(connection: connection).party(party).isOver else { return false }
    try connection.execute("DELETE FROM participant WHERE party_id = \(party) AND guest_id = \(guest)")
    // What happened is kept for a restart only, and names everybody: when the evening is over nobody needs it.
    try connection.execute("DELETE FROM floor_event WHERE party_id = \(party)")
    try connection.execute(
      """
      UPDATE guest SET wishes = '', brings = '', word = '', arrives = '', leaves = '', drink = '', card_name = '',
        card_line = '', card_email = '', card_phone = '', card_web = ''
      WHERE id = \(guest) AND party_id = \(party)
      """)
    try connection.execute("DELETE FROM guest_event WHERE guest_id = \(guest)")
    return true
  }
}
