import Core
import Database
import Foundation

/// What of the budget of mails is spent.
struct MailBudgetStore {
  let connection: any Connection

  /// Written since `time`, or waiting since before.
  func spent(before mail: OutgoingMail, since time: Date) throws -> MailBudget.Spent {
    var spent = MailBudget.Spent(
      recipient: try count(to: mail.recipient, since: time),
      host: try connection.count(
        """
        SELECT count(*) AS n FROM outbox
        WHERE host_id = \(mail.host) AND kind <> 'signIn' AND state IN \(list: Self.leaving)
          AND (created_at > \(time) OR state = 'queued')
        """))
    if let guest = mail.guest, Self.answering.contains(mail.kind) {
      spent.guest = try count(Self.answering, of: guest, since: time)
    }
    return spent
  }

  func count(_ kinds: [OutgoingMail.Kind], of guest: GuestID, since time: Date) throws -> Int {
    try connection.count(
      """
      SELECT count(*) AS n FROM outbox
      WHERE guest_id = \(guest) AND kind IN \(list: kinds) AND state IN \(list: Self.leaving) AND created_at > \(time)
      """)
  }

  func signIns(to address: String, since time: Date) throws -> Int {
    try connection.count(
      """
      SELECT count(*) AS n FROM outbox
      WHERE lower(recipient) = \(address.lowercased()) AND kind = 'signIn' AND created_at > \(time)
      """)
  }

  /// Takes back what waits for a later day and says less than what is written now.
  func supersede(by mail: OutgoingMail, at now: Date) throws {
    guard let guest = mail.guest, Self.answering.contains(mail.kind) else { return }
    let isCalendar = mail.kind != .notice
    try connection.execute(
      """
      UPDATE outbox SET state = 'cancelled', problem = \(MailProblem("outbox.problem.superseded").stored)
      WHERE guest_id = \(guest) AND state = 'queued' AND attempts = 0 AND next_attempt_at > \(now)
        AND kind IN \(list: isCalendar ? Self.calendar : [.notice])
      """)
  }

  private func count(to recipient: String, since time: Date) throws -> Int {
    guard !recipient.isEmpty else { return 0 }
    return try connection.count(
      """
      SELECT count(*) AS n FROM outbox
      WHERE lower(recipient) = \(recipient.lowercased()) AND kind NOT IN ('signIn', 'notice')
        AND state IN \(list: Self.leaving) AND (created_at > \(time) OR state = 'queued')
      """)
  }

  private static let calendar: [OutgoingMail.Kind] = [.confirmation, .change, .cancellation]
  private static let answering = calendar + [.notice]
  private static let leaving: [OutgoingMail.State] = [.queued, .sending, .sent, .filed, .failed]
}
