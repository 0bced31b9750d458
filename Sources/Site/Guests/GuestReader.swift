import Core
import Foundation
import House
import Hummingbird
import Records

/// Finds the guest of a personal link, or the guest of honour of an assistant's. A link that never was, was replaced or taken back, or has
/// not been sent gets the same page as any address that does not exist.
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
    let invited = try await find(context.parameters.get("token").flatMap { Token(String($0)) })
    switch link {
    case .personal: context.invitation = invited
    case .assistant: context.assisting = invited
    }
    // Who has chosen a language keeps it; else the page is in that of the letter.
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

  /// What is behind a link may be pressed often, but not by a program without end: mail, history and disk are filled by it.
  private func count(_ request: Request, of invited: Invited) throws {
    guard request.method == .post else { return }
    try services.limits.count("post \(link) \(invited.guest)", limit: 60, seconds: 300, at: services.uptime())
  }

  /// Only misses count, so that guests behind the same address as somebody who guesses are never locked out.
  private func countMiss(of visit: Visit) throws {
    try services.limits.count("link \(visit.origin)", limit: 30, seconds: 600, at: services.uptime())
  }
}
