import Core
import Database
import Foundation

/// The people who have objected to being written to, through which link, and the addresses concerned.
package struct ObjectionStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct Entry: Sendable {
    /// The address's fingerprint; empty if no address was known.
    package let hash: String
    package let at: Date
  }

  /// The entries a guest's link put on the list.
  package func entries(of guest: GuestID) throws -> [Entry] {
    try connection.rows("SELECT address_hash, at FROM objection WHERE guest_id = \(guest)") {
      Entry(hash: try $0.get("address_hash"), at: try $0.get("at"))
    }
  }

  package func add(_ hash: String, of guest: GuestID, at now: Date) throws {
    try connection.execute(
      """
      INSERT INTO objection (guest_id, address_hash, at) VALUES (\(guest), \(hash), \(now))
      ON CONFLICT (guest_id, address_hash) DO NOTHING
      """)
  }

  package func remove(of guest: GuestID) throws {
    try connection.execute("DELETE FROM objection WHERE guest_id = \(guest)")
  }

  /// Guests of all hosts, sought host by host, so that the index on host and address is used.
  /// - Parameter keys: addresses in the form in which they are compared.
  package func guests(at keys: [String]) throws -> [(GuestID, PartyID)] {
    try connection.rows(
      """
      SELECT guest.id, guest.party_id
      FROM host
        JOIN person ON person.host_id = host.id AND person.email_key IN \(list: keys)
        JOIN guest ON guest.person_id = person.id
      """
    ) { (try $0.get("id"), try $0.get("party_id")) }
  }

  package func guests(of person: PersonID) throws -> [(GuestID, PartyID)] {
    try connection.rows("SELECT id, party_id FROM guest WHERE person_id = \(person)") {
      (try $0.get("id"), try $0.get("party_id"))
    }
  }
}
