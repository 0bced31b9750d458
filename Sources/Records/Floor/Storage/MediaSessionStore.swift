import Core
import Database

/// What has to be known of a party's session at a media server to find it again. The text is the evening's own affair.
package struct MediaSessionStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func session(of party: PartyID) throws -> String? {
    try connection.row("SELECT body FROM media_session WHERE party_id = \(party)")?.get("body")
  }

  package func keep(_ body: String, of party: PartyID) throws {
    try connection.execute(
      """
      INSERT INTO media_session (party_id, body) VALUES (\(party), \(body))
      ON CONFLICT (party_id) DO UPDATE SET body = excluded.body
      """)
  }

  package func forget(_ party: PartyID) throws {
    try connection.execute("DELETE FROM media_session WHERE party_id = \(party)")
  }
}
