import Core
import Database
import Foundation
import House

/// The installation's facts about itself.
package struct InstallationStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Increases with each start and each day.
  package func number() throws -> Int {
    try connection.row("SELECT number FROM installation WHERE id = 1")?.get("number") ?? 0
  }

  package func countUp() throws -> Int {
    try connection.execute("UPDATE installation SET number = number + 1 WHERE id = 1")
    return try number()
  }

  /// True if nobody has ever used it.
  package func isEmpty() throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM host") == 0
  }

  /// Of the key, as `Secret.hash` has it; nil where no start has kept it yet.
  package func keyHash() throws -> String? {
    let hash: String? = try connection.row("SELECT key_hash FROM installation WHERE id = 1")?.get("key_hash")
    return hash?.isEmpty == true ? nil : hash
  }

  package func keep(keyHash: String) throws {
    try connection.execute("UPDATE installation SET key_hash = \(keyHash) WHERE id = 1 AND key_hash <> \(keyHash)")
  }

  /// Where the database was when somebody looked last; nil where nobody has.
  package func place() throws -> String? {
    let place: String? = try connection.row("SELECT place FROM installation WHERE id = 1")?.get("place")
    return place?.isEmpty == true ? nil : place
  }

  package func keep(place: String) throws {
    try connection.execute("UPDATE installation SET place = \(place) WHERE id = 1 AND place <> \(place)")
  }

  /// True if the links whose hashes are stored were made with this key; nil if nothing stored can tell.
  package func fits(_ secret: Secret) throws -> Bool? {
    let links = try connection.rows("SELECT id, link_number, link_hash FROM guest ORDER BY id DESC LIMIT 5") { row in
      let (guest, number) = (try row.get("id", as: GuestID.self), try row.get("link_number", as: Int.self))
      return secret.token(.personalLink, guest.description, number: number).hash
        == (try row.get("link_hash", as: String.self))
    }
    if !links.isEmpty { return links.contains(true) }
    let sessions = try connection.rows("SELECT id, token_hash FROM session ORDER BY id DESC LIMIT 5") { row in
      secret.token(.session, try row.get("id", as: SessionID.self).description).hash
        == (try row.get("token_hash", as: String.self))
    }
    return sessions.isEmpty ? nil : sessions.contains(true)
  }

  /// The latest time at which anything was written, as far as ids tell.
  package func newest() throws -> Date? {
    let row = try connection.row(
      """
      SELECT max(at) AS at FROM (
        SELECT max(created_at) AS at FROM host UNION ALL SELECT max(created_at) FROM person
        UNION ALL SELECT max(created_at) FROM outbox UNION ALL SELECT max(seen_at) FROM session
        UNION ALL SELECT max(at) FROM guest_event UNION ALL SELECT max(steady_at) FROM installation) AS newest
      """)
    return try row?.find("at")
  }
}
