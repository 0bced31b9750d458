import Core
import Database

/// The outbox as far as a party's date and end need it.
extension OutboxStore {
  /// Stops mails that have not left.
  package func stop(party: PartyID, kinds: [OutgoingMail.Kind]) throws {
    try connection.execute(
      """
      UPDATE outbox SET state = 'cancelled', problem = \(MailProblem("outbox.problem.partyCancelled").stored)
      WHERE party_id = \(party) AND state IN ('queued', 'failed', 'byHand') AND kind IN \(list: kinds)
      """)
  }

  /// Guests whose letter is waiting in the queue, or for the host's own mail program.
  package func unsentLetters(of party: PartyID) throws -> Set<GuestID> {
    let guests = try connection.rows(
      """
      SELECT guest_id FROM outbox
      WHERE party_id = \(party) AND kind = 'letter' AND state IN ('queued', 'failed', 'byHand')
        AND guest_id IS NOT NULL
      """
    ) { try $0.get("guest_id", as: GuestID.self) }
    return Set(guests)
  }

  /// Replaces the text of the unsent letter by this one's.
  package func rewriteLetter(_ mail: OutgoingMail, of guest: GuestID) throws {
    try connection.execute(
      """
      UPDATE outbox SET subject = \(mail.subject), text = \(mail.text), html = \(mail.html)
      WHERE guest_id = \(guest) AND kind = 'letter' AND state IN ('queued', 'failed', 'byHand')
      """)
  }

  /// True if the guest's letter has left, or is on its way, so that they know about the party.
  package func hasLeft(for guest: GuestID) throws -> Bool {
    try connection.count(
      """
      SELECT count(*) AS n FROM outbox
      WHERE guest_id = \(guest) AND kind = 'letter' AND state IN \(list: OutgoingMail.State.left)
      """) > 0
  }
}
