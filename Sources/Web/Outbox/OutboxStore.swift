import Core
import Database
import Foundation

/// Mail on its way out. It is written in the transaction that causes it.
package struct OutboxStore {
  let connection: any Connection

  /// Puts a mail in the outbox, unless one with its key stands there already.
  /// - Returns: false when it was there.
  @discardableResult
  package func add(_ mail: OutgoingMail) throws -> Bool {
    try connection.execute(
      """
      INSERT INTO outbox (
        id, idempotency_key, host_id, party_id, guest_id, kind, state, recipient_name, recipient, subject, text, html,
        calendar, calendar_method, message_id, next_attempt_at, created_at)
      VALUES (
        \(mail.id), \(mail.key), \(mail.host), \(mail.party), \(mail.guest), \(mail.kind), \(mail.state),
        \(mail.recipientName), \(mail.recipient), \(mail.subject), \(mail.text), \(mail.html), \(mail.calendar),
        \(mail.calendarMethod), \(mail.messageID), \(mail.createdAt), \(mail.createdAt))
      ON CONFLICT (idempotency_key) DO NOTHING
      """) == 1
  }
}

extension OutgoingMail.Kind: Bindable {}
extension OutgoingMail.State: Bindable {}
