import Core
import Database

/// The questions an evening left open: lines on its coasters that ask something.
package struct OpenQuestions {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Lines shared with the circle, or from tables where the host stood; nobody else's are revealed.
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

/// Lines of their tables' coasters that guests shared with the circle.
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
