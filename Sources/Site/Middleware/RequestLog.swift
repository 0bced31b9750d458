import HTTPTypes
import House
import Hummingbird
import Logging

/// One log line and one count per request, with the route and not the path, so that no link and no name is recorded.
package struct RequestLog: RouterMiddleware {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  package func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let elapsed = ContinuousClock.now - start
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let route = context.endpointPath ?? "none"
    services.metrics.increment(
      .requests,
      labels: [("route", route), ("method", request.method.rawValue), ("status", String(response.status.code))])
    services.metrics.observe(.requestSeconds, seconds: seconds)
    context.logger.info(
      "request",
      metadata: [
        "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(response.status.code)",
        "milliseconds": "\((seconds * 100_000).rounded() / 100)",
      ])
    return response
  }
}
