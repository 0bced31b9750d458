import Core
import Database

/// Who was at an evening.
package struct AttendanceStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// How many guests came through the door, a guest of honour among them.
  package func guestsInside(_ party: PartyID) throws -> Int {
    try connection.count(
      """
      SELECT count(*) AS n FROM participant
      WHERE party_id = \(party) AND guest_id IS NOT NULL AND entered_at IS NOT NULL
      """)
  }
}
