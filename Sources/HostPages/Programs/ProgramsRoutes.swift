import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// A host's keys to the API, and the addresses where their programs are notified.
package struct ProgramsRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    try await page(context)
  }

  /// The key is shown on the page that answers, and never again.
  @Sendable package func create(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let (name, scopes) = (form.text("name"), Set(form.all("scope").compactMap { APIScope(rawValue: $0) }))
    var errors = FieldErrors()
    if name.isEmpty || name.length > 80 { errors["name"] = Message("programs.error.name") }
    if scopes.isEmpty { errors["scope"] = Message("programs.error.scopes") }
    var made: String?
    if errors.isEmpty {
      let token = APIToken(id: services.newID(), name: name, scopes: scopes, createdAt: services.now())
      let secret = services.secret.token(.api, token.id.description)
      let isStored = try await services.write {
        try APITokenStore(connection: $0).insert(token, hash: secret.hash, of: context.host.id)
      }
      if isStored {
        made = APIToken.mark + secret.text
      } else {
        errors["name"] = Message("programs.error.tokens", ["most": "\(APITokenStore.most)"])
      }
    }
    return try await page(
      context, made: made, typed: made == nil ? (name, scopes) : ("", []), errors: errors,
      status: errors.isEmpty ? .ok : .unprocessableContent)
  }

  @Sendable package func end(_ request: Request, _ context: HostContext) async throws -> Response {
    let id = try context.id("token", of: Entity.APIToken.self)
    guard try await services.write({ try APITokenStore(connection: $0).revoke(id, of: context.host.id) }) else {
      throw AppError.notFound
    }
    return .redirect(to: .programs)
  }

  @Sendable package func addWebhook(_ request: Request, _ context: HostContext) async throws -> Response {
    let url = try await Form(request, limit: 1 << 16).text("url")
    do {
      let webhook = try await WebhookEntry(url: url).store(of: context.host.id, services)
      return try await page(context, made: services.secret.token(.webhook, webhook.id.description).text)
    } catch let errors as FieldErrors {
      return try await page(context, url: url, errors: errors, status: .unprocessableContent)
    }
  }

  @Sendable package func endWebhook(_ request: Request, _ context: HostContext) async throws -> Response {
    let id = try context.id("webhook", of: Entity.Webhook.self)
    guard try await services.write({ try WebhookStore(connection: $0).remove(id, of: context.host.id) }) else {
      throw AppError.notFound
    }
    return .redirect(to: .programs)
  }

  private func page(
    _ context: HostContext, made: String? = nil, typed: (name: String, scopes: Set<APIScope>) = ("", []),
    url: String = "", errors: FieldErrors = FieldErrors(), status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let host = context.host.id
    let (tokens, webhooks) = try await services.read { connection in
      (
        try APITokenStore(connection: connection).tokens(of: host),
        try WebhookStore(connection: connection).webhooks(of: host)
      )
    }
    let page = ProgramsPage(
      tokens: tokens, webhooks: webhooks, made: made, name: typed.name, scopes: typed.scopes, url: url, errors: errors)
    return services.page(page, for: context, status: status)
  }
}
