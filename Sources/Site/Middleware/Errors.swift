import HTTPTypes
import House
import Hummingbird
import Logging
import Records

/// The one place where an error becomes a response: a status, a page in the reader's language, and a line in the log.
package struct Errors: RouterMiddleware {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  package func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let appError = AppError(answering: error)
      log(error, as: appError, context)
      if appError == .signInNeeded, request.method == .get { return .redirect(to: .signIn) }
      var response = services.page(ErrorPage(error: appError), for: context, status: appError.status)
      if appError == .tooManyRequests { response.headers[.retryAfter] = "60" }
      return response
    }
  }

  /// Details of an error are logged only if it is ours; visitors' mistakes are counted, not described.
  private func log(_ error: any Error, as appError: AppError, _ context: Visit) {
    guard [.internal, .storage, .unavailable].contains(appError) else { return }
    context.logger.error(
      "request failed", metadata: ["route": "\(context.endpointPath ?? "-")", "error": "\(error)"])
  }
}
