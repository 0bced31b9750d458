import Core
import Database

/// The people who came to an evening.
package struct AttendanceStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The number of guests who came through the door, a guest of honour included.
  package func guestsInside(_ party: PartyID) throws -> Int {
    try connection.count(
      """
      SELECT count(*) AS n FROM participant
      WHERE party_id = \(party) AND guest_id IS NOT NULL AND entered_at IS NOT NULL
      """)
  }
}
