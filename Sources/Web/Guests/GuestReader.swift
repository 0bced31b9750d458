import Core
import Database
import Foundation
import Hummingbird

/// Finds the guest of a personal link, or the guest of honour of an assistant's. A link that never was, was replaced or taken back, or has
/// not been sent gets the same page as any address that does not exist.
struct GuestReader: RouterMiddleware {
  let services: Services
  let link: Link

  enum Link: Sendable { case personal, assistant }

  func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    var context = context
    let invited = try await find(context.parameters.get("token").flatMap { Token(String($0)) })
    switch link {
    case .personal: context.invitation = invited
    case .assistant: context.assisting = invited
    }
    if invited == nil { try countMiss(of: context) }
    return try await next(request, context)
  }

  private func find(_ token: Token?) async throws -> Invited? {
    guard let token else { return nil }
    return try await services.database.read { [link] connection in
      switch link {
      case .personal:
        try GuestStore(connection: connection).find(linkHash: token.hash).map {
          Invited(guest: $0.guest, party: $0.party, token: token)
        }
      case .assistant:
        try HonourStore(connection: connection).find(assistantHash: token.hash).map {
          Invited(guest: $0.guest, party: $0.party, token: token)
        }
      }
    }
  }

  /// Only misses count, so that guests behind the same address as somebody who guesses are never locked out.
  private func countMiss(of visit: Visit) throws {
    try services.limits.count("link \(visit.origin)", limit: 30, seconds: 600, at: services.uptime())
  }
}
