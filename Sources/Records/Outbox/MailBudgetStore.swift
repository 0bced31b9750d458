import Core
import Database
import Foundation

/// The share of the mail budget already spent.
package struct MailBudgetStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Puts a mail in the outbox and, in the same statement, counts the mails written since `time`, or waiting since
  /// before then.
  /// - Returns: the amount spent, and the number of mails waiting for a later day that this one may replace; nil if a
  ///   mail with its key is already there.
  package func add(_ mail: OutgoingMail, since time: Date) throws -> (spent: MailBudget.Spent, replaceable: Int)? {
    let guest = Self.answering.contains(mail.kind) ? mail.guest : nil
    let row = try connection.row(
      """
      \(OutboxStore.insertion(of: mail))
      RETURNING
        (SELECT count(*) FROM outbox AS other
          WHERE other.id <> \(mail.id) AND other.recipient_key = \(OutboxStore.key(of: mail.recipient))
            AND other.recipient <> '' AND other.kind NOT IN ('signIn', 'notice') AND other.state IN \(list: Self.leaving)
            AND (other.created_at > \(time) OR other.state = 'queued')) AS recipients,
        (SELECT count(*) FROM outbox AS other
          WHERE other.id <> \(mail.id) AND other.host_id = \(mail.host) AND other.kind <> 'signIn'
            AND other.state IN \(list: Self.leaving)
            AND (other.created_at > \(time) OR other.state = 'queued')) AS hosts,
        (SELECT count(*) FROM outbox AS other
          WHERE other.id <> \(mail.id) AND other.guest_id = \(guest) AND other.host_id = \(mail.host) AND other.kind IN \(list: Self.answering)
            AND other.state IN \(list: Self.leaving) AND other.created_at > \(time)) AS guests,
        (SELECT count(*) FROM outbox AS other
          WHERE other.id <> \(mail.id) AND other.guest_id = \(guest) AND other.host_id = \(mail.host) AND other.state = 'queued'
            AND other.next_attempt_at > \(mail.createdAt)) AS replaceable
      """)
    guard let row else { return nil }
    return (
      MailBudget.Spent(
        guest: try row.get("guests"), recipient: try row.get("recipients"), host: try row.get("hosts")),
      try row.get("replaceable")
    )
  }

  /// Makes a mail that was just added wait, or not leave at all.
  package func put(off mail: OutgoingMail, _ state: OutgoingMail.State, until time: Date) throws {
    try connection.execute(
      """
      UPDATE outbox SET state = \(state), next_attempt_at = \(time), problem = \(MailProblem("outbox.problem.budget").stored)
      WHERE id = \(mail.id)
      """)
  }

  package func count(_ kinds: [OutgoingMail.Kind], of guest: GuestID, since time: Date) throws -> Int {
    try connection.count(
      """
      SELECT count(*) AS n FROM outbox
      WHERE guest_id = \(guest) AND kind IN \(list: kinds) AND state IN \(list: Self.leaving) AND created_at > \(time)
      """)
  }

  package func signIns(to address: String, since time: Date) throws -> Int {
    try connection.count(
      """
      SELECT count(*) AS n FROM outbox
      WHERE recipient_key = \(OutboxStore.key(of: address)) AND kind = 'signIn' AND created_at > \(time)
      """)
  }

  /// Withdraws mails waiting for a later day that the one being written supersedes.
  package func supersede(by mail: OutgoingMail, at now: Date) throws {
    guard let guest = mail.guest, Self.answering.contains(mail.kind) else { return }
    let isCalendar = mail.kind != .notice
    try connection.execute(
      """
      UPDATE outbox SET state = 'cancelled', problem = \(MailProblem("outbox.problem.superseded").stored)
      WHERE guest_id = \(guest) AND host_id = \(mail.host) AND id <> \(mail.id) AND state = 'queued' AND attempts = 0 AND next_attempt_at > \(now)
        AND kind IN \(list: isCalendar ? Self.calendar : [.notice])
      """)
  }

  private static let calendar: [OutgoingMail.Kind] = [.confirmation, .change, .cancellation]
  private static let answering = calendar + [.notice]
  private static let leaving: [OutgoingMail.State] = [.queued, .sending, .sent, .filed, .failed]
}
