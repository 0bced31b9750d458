import Core
import Database
import Records

/// Takes a guest out of an evening that is over: where they stood, what they wrote, gave and promised, their ballot, their wishes
/// and their card. That they were invited stays with the host, whose address book has an erasure of its own.
package struct GuestErasure {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Returns: what is left to be done outside the transaction.
  package func erase(_ guest: GuestID, of party: PartyID) throws -> PersonErasure.Traces {
    let names = try names(of: guest)
    try connection.execute("DELETE FROM participant WHERE party_id = \(party) AND guest_id = \(guest)")
    // What happened is kept for a restart only, and names everybody: when the evening is over nobody needs it.
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
    let host = try PartyStore(connection: connection).party(party).host
    try MailErasure(connection: connection, host: host).blank(naming: NameSearch(names), at: party)
    // Their name stays in the address book, so that the file needn't be searched for it.
    return PersonErasure.Traces()
  }

  /// As they called themselves there.
  private func names(of guest: GuestID) throws -> Set<String> {
    let rows = try connection.rows("SELECT name FROM participant WHERE guest_id = \(guest)") {
      try $0.get("name", as: String.self)
    }
    return Set(rows)
  }
}
