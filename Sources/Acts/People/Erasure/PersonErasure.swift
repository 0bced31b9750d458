import Core
import Database
import Records

/// Erases people with every trace of them: topics, provenance, their places at parties with answers, votes and history,
/// what they said, wrote and promised there, mail to them and mail that names them, and what imports have of them. A suppressed
/// address stays suppressed: only its hash is known.
package struct PersonErasure {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// What is left to be done outside the transaction; see `Services.forget`.
  package struct Traces: Sendable {
    /// Names and addresses, to see whether the file still has them.
    var needles: Set<String> = []
    /// Uploaded files in which they stand.
    package var uploads: Set<ImportID> = []

    package init(needles: Set<String> = [], uploads: Set<ImportID> = []) {
      self.needles = needles
      self.uploads = uploads
    }

    package mutating func add(_ other: Traces) {
      needles.formUnion(other.needles)
      uploads.formUnion(other.uploads)
    }
  }

  /// - Returns: nil when the host has no such person.
  package func erase(_ id: PersonID, of host: HostID) throws -> Traces? {
    let row = try connection.row(
      "SELECT name, email, email_key, name_key FROM person WHERE id = \(id) AND host_id = \(host)")
    guard let row else { return nil }
    let (name, email): (String, String) = (try row.get("name"), try row.get("email"))
    let key: String? = try row.find("email_key")
    var traces = Traces(needles: try names(of: id).union([name, email, key ?? ""]).filter { !$0.isEmpty })
    let mails = MailErasure(connection: connection, host: host)
    for address in Set([email, key ?? ""]) where !address.isEmpty { try mails.erase(to: address) }
    traces.uploads = try ImportErasure(connection: connection, host: host).erase(
      emailKey: key, nameKey: try row.get("name_key"), NameSearch([name, email, key ?? ""]))
    let guests = try guests(id)
    for guest in guests { try FloorEventStore(connection: connection).forget(guest) }
    // The rest goes with the person: topics, provenance, guests, and with these answers, votes, history, mail, and what they
    // left on the floor.
    try connection.execute("DELETE FROM person WHERE id = \(id) AND host_id = \(host)")
    // Who never had a place is named in no mail of a party.
    if !guests.isEmpty { try mails.blank(naming: NameSearch(traces.needles)) }
    return traces
  }

  private func guests(_ person: PersonID) throws -> [GuestID] {
    try connection.rows("SELECT id FROM guest WHERE person_id = \(person)") { try $0.get("id") }
  }

  /// As they called themselves at parties.
  private func names(of person: PersonID) throws -> Set<String> {
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
}
