import Core
import Database

/// Work left to do for evenings that are over.
package struct AfterglowStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct OpenPromise {
    package let number: Int
    package let maker: ParticipantID
    package let text: String
    package let at: Moment
    package let recipients: [String]

    package init(number: Int, maker: ParticipantID, text: String, at: Moment, recipients: [String]) {
      self.number = number
      self.maker = maker
      self.text = text
      self.at = at
      self.recipients = recipients
    }
  }

  /// Over, with something possibly due: not summarised, not counted, or with promises young enough for a reminder.
  package func unfinished(at now: Moment) throws -> [PartyID] {
    let oldest = now.adding(seconds: -PromiseReminder.lastDays * 86_400)
    return try connection.rows(
      """
      SELECT id FROM party
      WHERE state IN ('ended', 'closed') AND ended_at IS NOT NULL AND (
        summarised_at IS NULL OR counted_at IS NULL OR EXISTS (
          SELECT 1 FROM promise
          WHERE promise.party_id = party.id AND kept_at IS NULL AND reminded_at IS NULL AND at > \(oldest)))
      ORDER BY id
      """
    ) { try $0.get("id") }
  }

  package func endedAt(_ party: PartyID) throws -> Moment? {
    try connection.row("SELECT ended_at FROM party WHERE id = \(party)").flatMap { try $0.find("ended_at") }
  }

  package func isSummarised(_ party: PartyID) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM party WHERE id = \(party) AND summarised_at IS NOT NULL") == 1
  }

  package func markSummarised(_ party: PartyID, at now: Moment) throws {
    try connection.execute("UPDATE party SET summarised_at = \(now) WHERE id = \(party)")
  }

  /// Promises neither kept nor reminded of, and made neither by the host nor by somebody who was removed.
  package func openPromises(of party: PartyID) throws -> [OpenPromise] {
    try connection.rows(
      """
      SELECT number, maker, text, at FROM promise
      WHERE party_id = \(party) AND kept_at IS NULL AND reminded_at IS NULL AND maker <> \(ParticipantID.host)
        AND NOT EXISTS (
          SELECT 1 FROM guest WHERE guest.id = promise.maker AND guest.removed_at IS NOT NULL)
      ORDER BY number
      """
    ) { row in
      let number: Int = try row.get("number")
      return OpenPromise(
        number: number, maker: try row.get("maker"), text: try row.get("text"), at: try row.get("at"),
        recipients: try recipients(of: number, party))
    }
  }

  package func markReminded(_ number: Int, of party: PartyID, at now: Moment) throws {
    try connection.execute("UPDATE promise SET reminded_at = \(now) WHERE party_id = \(party) AND number = \(number)")
  }

  private func recipients(of number: Int, _ party: PartyID) throws -> [String] {
    try connection.rows(
      """
      SELECT participant.name FROM promise_recipient
        JOIN participant ON participant.party_id = promise_recipient.party_id
          AND participant.id = promise_recipient.recipient
      WHERE promise_recipient.party_id = \(party) AND number = \(number) ORDER BY participant.name
      """
    ) { try $0.get("name") }
  }
}
