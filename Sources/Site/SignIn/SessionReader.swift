import Core
import Foundation
import House
import Hummingbird
import Records

/// Finds the host of the session cookie. A visit without one continues as nobody's.
package struct SessionReader: RouterMiddleware {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  package func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let token = request.cookies[services.sessionCookieName].flatMap({ Token($0.value) }) {
      context.signedIn = try await find(token, naming: NamedThings(context.parameters))
    }
    return try await next(request, context)
  }

  private func find(_ token: Token, naming named: NamedThings) async throws -> SignedIn? {
    let now = services.now()
    let found = try await services.read {
      try SessionStore(connection: $0).find(hash: token.hash, naming: named, at: now)
    }
    guard let found else { return nil }
    // Once an hour is enough to keep a session alive and to show when it was used.
    if now.timeIntervalSince(found.seenAt) > 3600 {
      try await services.write { try SessionStore(connection: $0).touch(found.id, at: now) }
    }
    return SignedIn(
      host: found.host, session: found.id, hasCircles: found.hasCircles, ownsNamed: found.ownsNamed,
      hostedWith: found.hostedWith, isCohost: found.isCohost)
  }
}

extension NamedThings {
  /// A text that is not an id names nothing, and `Ownership` refuses it.
  fileprivate init(_ parameters: Parameters) {
    self.init(
      party: parameters.get("party").flatMap { PartyID(String($0)) },
      person: parameters.get("person").flatMap { PersonID(String($0)) },
      list: parameters.get("import").flatMap { ImportID(String($0)) },
      circle: parameters.get("circle").flatMap { CircleID(String($0)) })
  }
}
