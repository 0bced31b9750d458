import Core
import Database

/// Who was at an evening.
struct AttendanceStore {
  let connection: any Connection

  /// How many guests came through the door, a guest of honour among them.
  func guestsInside(_ party: PartyID) throws -> Int {
    try connection.count(
      """
      SELECT count(*) AS n FROM participant
      WHERE party_id = \(party) AND guest_id IS NOT NULL AND entered_at IS NOT NULL
      """)
  }
}
