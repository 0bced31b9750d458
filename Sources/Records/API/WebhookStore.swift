import Core
import Database
import Foundation

/// A host's address at which a program of theirs is told what happens.
package struct Webhook: Sendable, Equatable {
  package let id: WebhookID
  package let url: String
  package let createdAt: Date
  /// The reason why it was given up; empty while it works.
  package let problem: String

  package init(id: WebhookID, url: String, createdAt: Date, problem: String = "") {
    self.id = id
    self.url = url
    self.createdAt = createdAt
    self.problem = problem
  }
}

extension Webhook {
  /// Read from columns beside its host's row; nil if the host has none.
  fileprivate init?(beside row: Row) throws {
    guard let id: WebhookID = try row.find("webhook_id") else { return nil }
    self.init(
      id: id, url: try row.get("webhook_url"), createdAt: try row.get("webhook_created_at"),
      problem: try row.get("webhook_problem"))
  }
}

/// A message waiting to be delivered.
package struct WebhookDelivery: Sendable, Equatable {
  package let id: WebhookDeliveryID
  package let webhook: WebhookID
  package let url: String
  /// JSON.
  package let body: String
  package let attempts: Int
}

package struct WebhookStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The most webhooks one host may have.
  package static let most = 5

  /// - Returns: false if the host already has too many.
  package func insert(_ webhook: Webhook, of host: HostID) throws -> Bool {
    guard try connection.count("SELECT count(*) AS n FROM webhook WHERE host_id = \(host)") < Self.most else {
      return false
    }
    try connection.execute(
      """
      INSERT INTO webhook (id, host_id, url, created_at)
      VALUES (\(webhook.id), \(host), \(webhook.url), \(webhook.createdAt))
      """)
    return true
  }

  package func webhooks(of host: HostID) throws -> [Webhook] {
    try hostAndWebhooks(host)?.webhooks ?? []
  }

  /// - Returns: false if the host has no such webhook.
  package func remove(_ id: WebhookID, of host: HostID) throws -> Bool {
    try connection.execute("DELETE FROM webhook WHERE id = \(id) AND host_id = \(host)") == 1
  }

  /// The host together with their webhooks, in one statement; without any while they are locked out.
  package func hostAndWebhooks(_ id: HostID) throws -> (host: Host, webhooks: [Webhook])? {
    let rows = try connection.rows(
      """
      SELECT host.*, webhook.id AS webhook_id, webhook.url AS webhook_url, webhook.created_at AS webhook_created_at,
        webhook.problem AS webhook_problem
      FROM host LEFT JOIN webhook ON webhook.host_id = host.id AND host.disabled_at IS NULL
      WHERE host.id = \(id) ORDER BY webhook.created_at, webhook.id
      """
    ) { (try Host($0), try Webhook(beside: $0)) }
    return rows.first.map { ($0.0, rows.compactMap { $0.1 }) }
  }

  /// Evenings that ended without anybody being told.
  package func untoldEnds(limit: Int) throws -> [(party: PartyID, host: HostID)] {
    try connection.rows(
      """
      SELECT id, host_id FROM party WHERE end_told = 0 AND ended_at IS NOT NULL ORDER BY ended_at, id LIMIT \(limit)
      """
    ) { (try $0.get("id"), try $0.get("host_id")) }
  }

  package func noteEndTold(_ party: PartyID) throws {
    try connection.execute("UPDATE party SET end_told = 1 WHERE id = \(party)")
  }

  /// The deliveries due: for each webhook the first in its queue, so that it gets messages in order. A host who is locked out is told
  /// nothing.
  /// - Parameter longest: seconds any of them waits; one that would wait longer was put off while the clock was ahead, and is due.
  package func due(at now: Date, longest: Double, limit: Int) throws -> [WebhookDelivery] {
    try connection.rows(
      """
      SELECT waiting.*, webhook.url FROM webhook_delivery AS waiting JOIN webhook ON webhook.id = waiting.webhook_id
        JOIN host ON host.id = webhook.host_id AND host.disabled_at IS NULL
      WHERE \(DueTime.hasCome("waiting.next_attempt_at", at: now, longest: longest))
        AND NOT EXISTS (
        SELECT 1 FROM webhook_delivery AS earlier
        WHERE earlier.webhook_id = waiting.webhook_id AND earlier.id < waiting.id)
      ORDER BY waiting.next_attempt_at, waiting.id LIMIT \(limit)
      """
    ) {
      WebhookDelivery(
        id: try $0.get("id"), webhook: try $0.get("webhook_id"), url: try $0.get("url"), body: try $0.get("body"),
        attempts: try $0.get("attempts"))
    }
  }

  /// False once the webhook was removed, its host locked out, or the guest it names erased.
  package func stands(_ delivery: WebhookDelivery) throws -> Bool {
    try connection.count(
      """
      SELECT count(*) AS n FROM webhook_delivery JOIN webhook ON webhook.id = webhook_delivery.webhook_id
        JOIN host ON host.id = webhook.host_id AND host.disabled_at IS NULL
      WHERE webhook_delivery.id = \(delivery.id)
      """) == 1
  }

  package func taken(_ delivery: WebhookDelivery) throws {
    try connection.execute("DELETE FROM webhook_delivery WHERE id = \(delivery.id)")
  }

  package func postpone(_ delivery: WebhookDelivery, until time: Date) throws {
    try connection.execute(
      "UPDATE webhook_delivery SET attempts = attempts + 1, next_attempt_at = \(time) WHERE id = \(delivery.id)")
  }

  /// Stops deliveries to it, and records the reason.
  package func giveUp(_ webhook: WebhookID, _ problem: String) throws {
    try connection.execute("UPDATE webhook SET problem = \(problem) WHERE id = \(webhook)")
    try connection.execute("DELETE FROM webhook_delivery WHERE webhook_id = \(webhook)")
  }
}
