import Core
import Database

/// Parties that the background work looks after, of all hosts.
package struct WatchedPartyStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Those to which people are invited.
  package func inviting() throws -> [PartyID] {
    try connection.rows("SELECT id FROM party WHERE state IN ('inviting', 'scheduled') ORDER BY id") {
      try $0.get("id")
    }
  }

  /// Those whose date is still to be found.
  package func polls() throws -> [Party] {
    try connection.rows("SELECT * FROM party WHERE date_kind = 'poll' AND state = 'inviting'", as: Party.init)
  }

  /// Those that have a date and haven't ended.
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
