import Core
import Database

/// The traces of a person from a host's address book, and their erasure.
package struct PersonErasureStore {
  package let connection: any Connection
  package let host: HostID

  package init(connection: any Connection, host: HostID) {
    self.connection = connection
    self.host = host
  }

  /// The features by which somebody is found elsewhere.
  package struct Marks: Sendable {
    package let name: String
    package let email: String
    /// Nil if they have no address.
    package let emailKey: String?
    package let nameKey: String
  }

  /// Nil if the host has no such person.
  package func marks(of person: PersonID) throws -> Marks? {
    let row = try connection.row(
      "SELECT name, email, email_key, name_key FROM person WHERE id = \(person) AND host_id = \(host)")
    return try row.map {
      Marks(
        name: try $0.get("name"), email: try $0.get("email"), emailKey: try $0.find("email_key"),
        nameKey: try $0.get("name_key"))
    }
  }

  /// Their places at parties.
  package func guests(_ person: PersonID) throws -> [GuestID] {
    try connection.rows("SELECT id FROM guest WHERE person_id = \(person)") { try $0.get("id") }
  }

  /// The names they used at parties.
  package func names(of person: PersonID) throws -> Set<String> {
    let rows = try connection.rows(
      """
      SELECT guest.card_name, guest.card_email, participant.name
      FROM guest LEFT JOIN participant ON participant.guest_id = guest.id WHERE guest.person_id = \(person)
      """
    ) { row in
      let name: String? = try row.find("name")
      return [try row.get("card_name", as: String.self), try row.get("card_email", as: String.self), name ?? ""]
    }
    return Set(rows.joined())
  }

  /// Everything attached to the person goes with them: topics, provenance, guests and, with these, answers, votes,
  /// history, mail, and what they left on the floor.
  package func delete(_ person: PersonID) throws {
    try connection.execute("DELETE FROM person WHERE id = \(person) AND host_id = \(host)")
  }
}
