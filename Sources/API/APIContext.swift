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
    if let token = Self.token(request) {
      try services.limits.count("api \(token.hash)", limit: 600, seconds: 60, at: services.uptime())
      let now = services.now()
      if let found = try await services.read({ try APITokenStore(connection: $0).find(hash: token.hash) }) {
        if now.timeIntervalSince(found.token.usedAt ?? .distantPast) > 3600 {
          try await services.write { try APITokenStore(connection: $0).touch(found.token.id, at: now) }
        }
        context.program = (found.host, found.token.scopes)
      }
    }
    return try await next(request, context)
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
