import Core
import Database

/// Parties of all hosts that the background work looks after.
package struct WatchedPartyStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Parties that people are being invited to.
  package func inviting() throws -> [PartyID] {
    try connection.rows("SELECT id FROM party WHERE state IN ('inviting', 'scheduled') ORDER BY id") {
      try $0.get("id")
    }
  }

  /// Parties still looking for a date.
  package func polls() throws -> [Party] {
    try connection.rows("SELECT * FROM party WHERE date_kind = 'poll' AND state = 'inviting'", as: Party.init)
  }

  /// Parties with a date that haven't ended.
  package func notEnded() throws -> [Party] {
    try connection.rows(
      """
      SELECT * FROM party
      WHERE starts_at IS NOT NULL
        AND (state IN ('scheduled', 'open') OR (state = 'inviting' AND date_kind = 'fixed'))
      ORDER BY id
      """, as: Party.init)
  }
}
