import Core
import Database
import Foundation

/// The figures on mail and parties that an operator wants, in one statement.
package struct QueueStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct Queue: Sendable, Equatable {
    package var waiting = 0
    /// The time at which the oldest waiting mail was written.
    package var waitingSince: Date?
    /// The number that could not be delivered in the last 30 days.
    package var failed = 0
    /// The number sent in the last 24 hours.
    package var sent = 0
    package var lastSentAt: Date?
    /// Parties with people at them now.
    package var openParties = 0
    /// Parties whose date is still ahead.
    package var plannedParties = 0

    package init() {}
  }

  package func queue(at now: Date) throws -> Queue {
    let (day, month) = (now.addingTimeInterval(-86_400), now.addingTimeInterval(-30 * 86_400))
    let row = try connection.row(
      """
      SELECT
        (SELECT count(*) FROM outbox WHERE state = 'queued') AS waiting,
        (SELECT min(created_at) FROM outbox WHERE state = 'queued') AS waiting_since,
        (SELECT count(*) FROM outbox WHERE state = 'failed' AND created_at > \(month)) AS failed,
        (SELECT count(*) FROM outbox WHERE state = 'sent' AND accepted_at > \(day)) AS sent,
        (SELECT max(accepted_at) FROM outbox WHERE state = 'sent') AS last_sent_at,
        (SELECT count(*) FROM party WHERE state = 'open') AS open_parties,
        (SELECT count(*) FROM party WHERE state = 'scheduled' AND starts_at > \(now)) AS planned_parties
      """)
    var queue = Queue()
    guard let row else { return queue }
    (queue.waiting, queue.waitingSince) = (try row.get("waiting"), try row.find("waiting_since"))
    (queue.failed, queue.sent, queue.lastSentAt) = (
      try row.get("failed"), try row.get("sent"), try row.find("last_sent_at")
    )
    (queue.openParties, queue.plannedParties) = (try row.get("open_parties"), try row.get("planned_parties"))
    return queue
  }
}
