import Core
import Database

/// Erases people with every trace of them: topics, provenance, their places at parties with answers, votes and history,
/// what they said, wrote and promised there, mail to them in the outbox, and rows of imports that wait. A suppressed address stays suppressed: only its hash is
/// known.
package struct PersonErasure {
  let connection: any Connection

  /// - Returns: false when the host has no such person.
  package func erase(_ id: PersonID, of host: HostID) throws -> Bool {
    let row = try connection.row("SELECT email, email_key FROM person WHERE id = \(id) AND host_id = \(host)")
    guard let row else { return false }
    let key: String? = try row.find("email_key")
    if let key {
      try eraseMail(to: key, as: try row.get("email"), of: host)
      try eraseImportedRows(with: key, of: host)
    }
    for guest in try guests(id) { try FloorEventStore(connection: connection).forget(guest) }
    // The rest goes with the person: topics, provenance, guests, and with these answers, votes, history, mail, and what they
    // left on the floor.
    return try connection.execute("DELETE FROM person WHERE id = \(id) AND host_id = \(host)") == 1
  }

  private func guests(_ person: PersonID) throws -> [GuestID] {
    try connection.rows("SELECT id FROM guest WHERE person_id = \(person)") { try $0.get("id") }
  }

  private func eraseMail(to key: String, as email: String, of host: HostID) throws {
    try connection.execute(
      """
      DELETE FROM outbox WHERE host_id = \(host) AND kind NOT IN ('signIn', 'notice')
        AND (lower(recipient) = \(key) OR recipient = \(email))
      """)
  }

  private func eraseImportedRows(with key: String, of host: HostID) throws {
    try connection.execute(
      """
      DELETE FROM import_row WHERE import_id IN (SELECT id FROM import WHERE host_id = \(host))
        AND (email_key = \(key) OR (status = 'rejected' AND lower(cells) LIKE \(LikePattern.containing(key)) ESCAPE '\\'))
      """)
  }
}
