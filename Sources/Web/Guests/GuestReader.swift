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
    if let invited { try count(request, of: invited) } else { try countMiss(of: context) }
    return try await next(request, context)
  }

  private func find(_ token: Token?) async throws -> Invited? {
    guard let token else { return nil }
    return try await services.database.read { connection in
      guard let (guest, party) = try owner(of: token, connection) else { return nil }
      let standing = try GuestStandingStore(connection: connection).standing(of: guest, at: party)
      return Invited(guest: guest, party: party, token: token, standing: standing)
    }
  }

  private func owner(of token: Token, _ connection: any Connection) throws -> (GuestID, PartyID)? {
    switch link {
    case .personal: try GuestStore(connection: connection).find(linkHash: token.hash).map { ($0.guest, $0.party) }
    case .assistant:
      try HonourStore(connection: connection).find(assistantHash: token.hash).map { ($0.guest, $0.party) }
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
