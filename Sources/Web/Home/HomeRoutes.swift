import Core
import Hummingbird

struct HomeRoutes {
  let services: Services

  @Sendable func show(_ request: Request, _ context: HostContext) async throws -> Response {
    services.page(HomePage(name: context.host.name), for: context)
  }
}
