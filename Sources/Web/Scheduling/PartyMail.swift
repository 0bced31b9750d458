import Core
import Database

/// The outbox as far as a party's date and end need it.
extension OutboxStore {
  /// Keeps mails here that have not left.
  func stop(party: PartyID, kinds: [OutgoingMail.Kind]) throws {
    try connection.execute(
      """
      UPDATE outbox SET state = 'cancelled', problem = \(MailProblem("outbox.problem.partyCancelled").stored)
      WHERE party_id = \(party) AND state IN ('queued', 'failed', 'byHand') AND kind IN \(list: kinds)
      """)
  }

  /// Whether the guest's letter has left, or is on its way, so that they know of the party.
  func hasLeft(for guest: GuestID) throws -> Bool {
    try connection.count(
      """
      SELECT count(*) AS n FROM outbox
      WHERE guest_id = \(guest) AND kind = 'letter' AND state IN \(list: OutgoingMail.State.left)
      """) > 0
  }
}
