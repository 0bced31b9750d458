import Foundation
import Hummingbird

/// Finds the host of the session cookie. A visit without one goes on as nobody's.
struct SessionReader: RouterMiddleware {
  let services: Services

  func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let token = request.cookies[services.sessionCookieName].flatMap({ Token($0.value) }) {
      context.signedIn = try await find(token)
    }
    return try await next(request, context)
  }

  private func find(_ token: Token) async throws -> SignedIn? {
    let now = services.now()
    let found = try await services.database.read { try SessionStore(connection: $0).find(hash: token.hash, at: now) }
    guard let found else { return nil }
    // Once an hour is enough to keep a session alive and to tell when it was used.
    if now.timeIntervalSince(found.seenAt) > 3600 {
      try await services.database.write { try SessionStore(connection: $0).touch(found.id, at: now) }
    }
    return SignedIn(host: found.host, session: found.id, hasCircles: found.hasCircles)
  }
}
