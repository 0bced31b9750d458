import Core
import Database
import Records

/// Erases a guest from an evening that is over: where they stood, what they wrote, gave and promised, their ballot,
/// their wishes and their card. The fact that they were invited stays with the host, whose address book has an erasure
/// of its own.
package struct GuestErasure {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Returns: the work left to do outside the transaction.
  package func erase(_ guest: GuestID, of party: PartyID) throws -> PersonErasure.Traces {
    let store = GuestErasureStore(connection: connection)
    let names = try store.names(of: guest)
    try store.erase(guest, of: party)
    try ReferralStore(connection: connection).erase(of: guest)
    let host = try PartyStore(connection: connection).party(party).host
    try MailErasureStore(connection: connection, host: host).blank(naming: NameSearch(names), at: party)
    // Their name stays in the address book, so the file needn't be searched for it.
    return PersonErasure.Traces()
  }
}
