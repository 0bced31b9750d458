import Core
import Fetching
import Foundation
import House
import Logging
import Records
import ServiceLifecycle

/// Delivers messages to webhooks: signed, retried for half a day, and to public addresses only. After that, an
/// undelivered message is given up with everything queued behind it, and the host's page says so.
package struct WebhookService: Service {
  package let services: Services
  let rules: FetchRules

  /// - Parameter rules: the restrictions on addresses; tests use them to reach a server of their own.
  package init(services: Services, rules: FetchRules = Self.guarded) {
    self.services = services
    self.rules = rules
  }

  /// Seconds until the next try after the first, the second …
  static let waits: [Double] = [60, 300, 1800, 7200, 21_600]
  private static let atOnce = 20
  private static let longest = waits.max() ?? 0

  package static var guarded: FetchRules {
    var rules = FetchRules(bytes: 64 << 10)
    (rules.seconds, rules.hops, rules.agent) = (10, 0, "Stehtisch webhook")
    return rules
  }

  package func run() async throws {
    await services.inRounds(every: .seconds(10), "webhooks failed") { try await round() }
  }

  package func round() async throws {
    let (services, now) = (services, services.now())
    let isHeld = try await services.database.read { try FolderIdentityStore(connection: $0).mailHeldSince() != nil }
    // A copy of the installation notifies nobody.
    guard !isHeld else { return }
    let hasEnds = try await services.database.read { try !WebhookStore(connection: $0).untoldEnds(limit: 1).isEmpty }
    if hasEnds {
      try await services.database.write { try WebhookNews(services: services, connection: $0).tellOfEnds() }
    }
    for _ in 0..<Self.atOnce {
      let due = try await services.database.read {
        try WebhookStore(connection: $0).due(at: now, longest: Self.longest, limit: Self.atOnce)
      }
      if due.isEmpty { return }
      // Side by side: a program that takes the connection and says nothing keeps no other host's waiting.
      try await withThrowingTaskGroup(of: Void.self) { group in
        for delivery in due { group.addTask { try await take(delivery) } }
        try await group.waitForAll()
      }
    }
  }

  private func take(_ delivery: WebhookDelivery) async throws {
    let (services, now) = (services, services.now())
    guard try await services.database.read({ try WebhookStore(connection: $0).stands(delivery) }) else { return }
    let signature = services.secret.webhookSignature(of: delivery.body, id: delivery.webhook.description, at: now)
    let post = FetchRequest(
      content: Array(delivery.body.utf8),
      headers: [
        "Content-Type: application/json", "Stehtisch-Signature: \(signature)", "Stehtisch-Delivery: \(delivery.id)",
      ])
    do {
      let fetch = GuardedFetch(rules)
      try await OwnThread.run { try fetch.post(post, to: delivery.url) }
      try await services.database.write { try WebhookStore(connection: $0).taken(delivery) }
    } catch let failure as FetchFailure {
      services.logger.info(
        "webhook not taken", metadata: ["webhook": "\(delivery.webhook)", "reason": "\(failure.word)"])
      try await services.database.write { connection in
        let store = WebhookStore(connection: connection)
        if Self.waits.indices.contains(delivery.attempts) {
          try store.postpone(delivery, until: now.addingTimeInterval(Self.waits[delivery.attempts]))
        } else {
          try store.giveUp(delivery.webhook, failure.word)
        }
      }
    }
  }
}
