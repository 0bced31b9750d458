import Acts
import Core
import Foundation
import HTTPTypes
import House
import Hummingbird
import Records
import Site

/// The addresses at which a host's programs are told what happens.
struct WebhooksAPI {
  let services: Services

  @Sendable func list(_ request: Request, _ context: APIContext) async throws -> Response {
    let webhooks = try await services.read { try WebhookStore(connection: $0).webhooks(of: context.host.id) }
    return .json(ListValue(items: webhooks.map { WebhookValue($0) }))
  }

  @Sendable func create(_ request: Request, _ context: APIContext) async throws -> Response {
    var body = try await APIBody(request)
    let url = body.text("url", most: WebhookEntry.longest)
    if url == nil { body.missing("url") }
    try body.finish()
    let webhook = try await WebhookEntry(url: url ?? "").store(of: context.host.id, services)
    let secret = services.secret.token(.webhook, webhook.id.description).text
    return .json(WebhookValue(webhook, secret: secret), status: .created)
  }

  @Sendable func remove(_ request: Request, _ context: APIContext) async throws -> Response {
    let id = try context.id("webhook", of: Entity.Webhook.self)
    guard try await services.write({ try WebhookStore(connection: $0).remove(id, of: context.host.id) }) else {
      throw AppError.notFound
    }
    return .nothing
  }
}
