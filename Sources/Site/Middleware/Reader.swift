import Connections
import Core
import Foundation
import House
import Hummingbird
import Records

/// Determines the visitor's language and their origin.
package struct Reader: RouterMiddleware {
  package let trustsProxy: Bool

  package init(trustsProxy: Bool) {
    self.trustsProxy = trustsProxy
  }

  package func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.language = LanguageChoice.language(
      remembered: request.cookies["language"]?.value, accepted: request.headers[.acceptLanguage])
    context.location = request.method == .get ? request.uri.string : "/"
    if trustsProxy, let forwarded = request.headers[.init("X-Forwarded-For")!]?.split(separator: ",").last {
      context.origin = NetworkAddress(forwarded.trimmingCharacters(in: .whitespaces))
    }
    return try await next(request, context)
  }
}
