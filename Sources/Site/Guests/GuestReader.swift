import Core
import Foundation
import House
import Hummingbird
import Records

/// Finds the guest of a personal link, or the guest of honour of an assistant's. A link that never existed, was
/// revoked, or has not been sent gets the same page as any address that does not exist. Whoever has a link that was
/// replaced held the guest's own: they are told that, and nothing about guest or party.
package struct GuestReader: RouterMiddleware {
  package let services: Services
  package let link: Link

  package init(services: Services, link: Link) {
    self.services = services
    self.link = link
  }

  package enum Link: Sendable { case personal, assistant }

  package func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    var context = context
    let token = context.parameters.get("token").flatMap { Token(String($0)) }
    let invited = try await find(token)
    switch link {
    case .personal:
      context.invitation = invited
      if invited == nil { context.hasReplacedLink = try await isReplaced(token) }
    case .assistant: context.assisting = invited
    }
    // A language the visitor chose is kept; otherwise the page is in the language of the letter.
    if let language = invited?.language, request.cookies["language"] == nil { context.language = language }
    if let invited { try count(request, of: invited) } else { try countMiss(of: context) }
    return try await next(request, context)
  }

  private func find(_ token: Token?) async throws -> Invited? {
    guard let token else { return nil }
    return try await services.read { [link] connection in
      let store = GuestStandingStore(connection: connection)
      return switch link {
      case .personal: try store.invited(by: token)
      case .assistant: try store.assisting(by: token)
      }
    }
  }

  private func isReplaced(_ token: Token?) async throws -> Bool {
    guard let token else { return false }
    return try await services.read { try GuestStandingStore(connection: $0).wasReplaced(token) }
  }

  /// The forms behind a link may be sent often, but not endlessly by a program, since they fill mail, history and disk.
  private func count(_ request: Request, of invited: Invited) throws {
    guard request.method == .post else { return }
    try services.limits.count("post \(link) \(invited.guest)", limit: 60, seconds: 300, at: services.uptime())
  }

  /// Only misses count, so that guests behind the same address as a guesser are never locked out.
  private func countMiss(of visit: Visit) throws {
    try services.limits.count("link \(visit.origin)", limit: 30, seconds: 600, at: services.uptime())
  }
}
