import Core
import Fetching
import Foundation
import House
import Records

/// An address a host wants notifications sent to.
package struct WebhookEntry: Sendable {
  package let url: String
  package static let longest = 300

  package init(url: String) {
    self.url = url.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// - Throws: `FieldErrors` for an invalid address, or one more than a host may have.
  package func store(of host: HostID, _ services: Services) async throws -> Webhook {
    // A URI is ASCII (RFC 3986 §2); programs write other domains in their xn-- form.
    guard url.length <= Self.longest, url.utf8.allSatisfy({ $0 < 0x80 }),
      GuardedFetch(WebhookService.guarded).takes(url)
    else {
      throw FieldErrors(["url": Message("programs.error.url")])
    }
    let webhook = Webhook(id: services.newID(), url: url, createdAt: services.now())
    let isStored = try await services.database.write { try WebhookStore(connection: $0).insert(webhook, of: host) }
    guard isStored else {
      throw FieldErrors(["url": Message("programs.error.webhooks", ["most": "\(WebhookStore.most)"])])
    }
    return webhook
  }
}
