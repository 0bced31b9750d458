import HTTPTypes
import House
import Hummingbird

/// Accepts a form only from one of our pages. Browsers state a request's origin in `Sec-Fetch-Site` (W3C Fetch
/// Metadata), older ones in `Origin`; a request with neither is refused.
package struct SameSiteForms: RouterMiddleware {
  /// The origin of our own pages.
  package let origin: String

  package init(origin: String) {
    self.origin = origin
  }

  package func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    guard request.method == .get || request.method == .head || isOurs(request) || Self.isByProgram(request) else {
      throw AppError.crossSite
    }
    return try await next(request, context)
  }

  /// The API and the notices of providers look at no cookie: a page of another site can do nothing there in somebody's name.
  private static func isByProgram(_ request: Request) -> Bool {
    let path = request.uri.path
    return path.hasPrefix("/api/") || path.hasPrefix("/sign-on/") && path.hasSuffix("/logout")
  }

  private func isOurs(_ request: Request) -> Bool {
    if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!] { return site == "same-origin" }
    guard let origin = request.headers[.origin] else { return false }
    return origin == self.origin
  }
}
