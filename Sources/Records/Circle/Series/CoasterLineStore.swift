import Core
import Database

/// What an evening left open: lines on its coasters that ask something.
package struct OpenQuestions {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Shared with the circle, or of tables where the host stood: nobody's else are told.
  package func questions(of party: PartyID) throws -> [String] {
    let lines = try connection.rows(
      """
      SELECT text FROM coaster_line
      WHERE party_id = \(party) AND (
        EXISTS (SELECT 1 FROM coaster_share
          WHERE coaster_share.party_id = coaster_line.party_id AND coaster_share.table_id = coaster_line.table_id)
        OR EXISTS (SELECT 1 FROM table_stay
          WHERE table_stay.party_id = coaster_line.party_id AND table_stay.table_id = coaster_line.table_id
            AND table_stay.participant = \(ParticipantID.host)))
      ORDER BY line
      """
    ) { try $0.get("text", as: String.self) }
    return lines.filter { $0.hasSuffix("?") }
  }
}

/// What guests shared with the circle of their tables' coasters.
package struct SharedLines {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func lines(of party: PartyID) throws -> [String] {
    try connection.rows(
      """
      SELECT text FROM coaster_line
      WHERE party_id = \(party) AND text <> '' AND EXISTS (
        SELECT 1 FROM coaster_share
        WHERE coaster_share.party_id = coaster_line.party_id AND coaster_share.table_id = coaster_line.table_id)
      ORDER BY line
      """
    ) { try $0.get("text", as: String.self) }.filter { !$0.hasSuffix("?") }
  }
}
