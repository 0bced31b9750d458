import Core
import Database
import Foundation

extension WebhookStore {
  /// Puts a message into the queue of each of these webhooks that works.
  /// - Parameter guest: the guest the message names; it is deleted with them.
  package func tell(
    _ body: String, about guest: GuestID?, to webhooks: [Webhook], at now: Date, newID: () -> WebhookDeliveryID
  ) throws {
    for webhook in webhooks where webhook.problem.isEmpty {
      try connection.execute(
        """
        INSERT INTO webhook_delivery (id, webhook_id, guest_id, body, next_attempt_at, created_at)
        VALUES (\(newID()), \(webhook.id), \(guest), \(body), \(now), \(now))
        """)
    }
  }
}
