import Foundation
import HTTPTypes
import House
import Hummingbird
import NIOCore
import Records
import Site

/// A request by a host's own program, with a token. A handler that takes this can't be reached without one.
package struct APIContext: ChildRequestContext {
  package var coreContext: CoreRequestContextStorage
  package let host: Host
  package let scopes: Set<APIScope>

  package init(context: Visit) throws {
    guard let program = context.program else { throw AppError.signInNeeded }
    coreContext = context.coreContext
    (host, scopes) = (program.host, program.scopes)
  }
}

/// Foundation has a `Host` too.
package typealias Host = Records.Host

/// Finds the host of `Authorization: Bearer …`.
struct TokenReader: RouterMiddleware {
  let services: Services

  func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let token = Self.token(request) { context.program = try await program(with: token, context) }
    return try await next(request, context)
  }

  /// Tokens that open nothing count for the network they come from: a limit under a name of a stranger's choice would let them push
  /// everybody else's out of the table.
  private func program(with token: Token, _ visit: Visit) async throws -> (host: Host, scopes: Set<APIScope>)? {
    let found = try await services.read { try APITokenStore(connection: $0).find(hash: token.hash) }
    guard let (host, token) = found else {
      try services.limits.count("api \(visit.origin)", limit: 300, seconds: 600, at: services.uptime())
      return nil
    }
    try services.limits.count("api \(token.id)", limit: 600, seconds: 60, at: services.uptime())
    let now = services.now()
    if now.timeIntervalSince(token.usedAt ?? .distantPast) > 3600 {
      try await services.write { try APITokenStore(connection: $0).touch(token.id, at: now) }
    }
    return (host, token.scopes)
  }

  private static func token(_ request: Request) -> Token? {
    guard let text = request.headers[.authorization], text.hasPrefix("Bearer \(APIToken.mark)") else { return nil }
    return Token(String(text.dropFirst("Bearer \(APIToken.mark)".count)))
  }
}

/// Lets a request pass if its token allows it.
struct ScopeCheck: RouterMiddleware {
  let scope: APIScope

  func handle(
    _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
  ) async throws -> Response {
    guard context.scopes.contains(scope) else { throw ScopeMissing(scope: scope) }
    return try await next(request, context)
  }
}

/// The token doesn't allow this.
struct ScopeMissing: Error {
  let scope: APIScope
}
