import Core
import Database
import Foundation

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

  /// Guests whose letter still waits to be sent by the program: their days to answer have not begun.
  package func waitingLetters(of party: PartyID) throws -> Set<GuestID> {
    let guests = try connection.rows(
      """
      SELECT guest_id FROM outbox
      WHERE party_id = \(party) AND kind = 'letter' AND state IN ('queued', 'sending') AND guest_id IS NOT NULL
      """
    ) { try $0.get("guest_id", as: GuestID.self) }
    return Set(guests)
  }

  /// An evening did not take place: nothing that was written about it leaves any more. Letters for the host to send are
  /// removed, so that another date can have others.
  package func stopMissed(_ party: PartyID) throws {
    try connection.execute(
      "DELETE FROM outbox WHERE party_id = \(party) AND kind = 'letter' AND state = 'byHand'")
    try stop(
      party: party,
      kinds: MailKind.allCases.filter { !$0.isForHost && $0 != .cancellation && $0 != .assistantCancellation })
  }

  /// A party that did not take place has another date: letters that never left, because its time was over, leave now.
  package func resumeLetters(of party: PartyID, at now: Date) throws {
    let reasons = ["outbox.problem.partyCancelled", "outbox.problem.begun", "outbox.problem.over"]
    try connection.execute(
      """
      UPDATE outbox SET state = 'queued', problem = '', attempts = 0, created_at = \(now), next_attempt_at = \(now)
      WHERE party_id = \(party) AND kind = 'letter' AND state = 'cancelled' AND problem IN \(list: reasons)
        AND accepted_at IS NULL AND interruptions = 0
        AND EXISTS (SELECT 1 FROM guest WHERE guest.id = outbox.guest_id AND guest.state = 'invited')
      """)
  }

  /// Replaces the text of the unsent letter by this one's.
  /// - Parameter leaving: the letter that has been taken up and is about to be sent.
  package func rewriteLetter(_ mail: OutgoingMail, of guest: GuestID, leaving: OutboxMailID? = nil) throws {
    try connection.execute(
      """
      UPDATE outbox SET subject = \(mail.subject), text = \(mail.text), html = \(mail.html)
      WHERE guest_id = \(guest) AND kind = 'letter' AND (state IN ('queued', 'failed', 'byHand') OR id = \(leaving))
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
