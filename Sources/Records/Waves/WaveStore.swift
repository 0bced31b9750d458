import Core
import Database

/// The waves in which a party's letters are sent.
package struct WaveStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The number of the next wave, from 1.
  package func nextNumber(of party: PartyID) throws -> Int {
    try connection.count("SELECT coalesce(max(wave), 0) + 1 AS n FROM guest WHERE party_id = \(party)")
  }

  /// True if anybody has been written to.
  package func hasBegun(_ party: PartyID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM guest WHERE party_id = \(party) AND invited_at IS NOT NULL") > 0
  }
}
