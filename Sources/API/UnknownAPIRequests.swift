import HTTPTypes
import House
import Hummingbird
import Site

/// Answers below the API's address where no route does: 405 to a method that a known path does not have (RFC 9110 §15.5.6), whatever
/// the method's name, and 404 as JSON.
package struct UnknownAPIRequests: RouterMiddleware {
  let errors: APIErrors
  /// Methods by their paths' patterns.
  let methods: [String: [HTTPRequest.Method]]

  private static let root = "/api/v1/"

  package func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    guard request.uri.path.hasPrefix(Self.root) else { return try await next(request, context) }
    return try await errors.handle(request, context: context) { request, context in
      do { return try await next(request, context) } catch let error as HTTPError where error.status == .notFound {
        guard let allowed = allowed(at: request.uri.path) else { throw AppError.notFound }
        throw MethodMissing(allowed: allowed)
      }
    }
  }

  private func allowed(at path: String) -> [HTTPRequest.Method]? {
    let parts = path.dropFirst(Self.root.count).split(separator: "/")
    return methods.first { pattern, _ in
      let pattern = pattern.split(separator: "/")
      return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }?.value
  }
}
