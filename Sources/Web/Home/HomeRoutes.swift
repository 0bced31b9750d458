import Core
import Foundation
import Hummingbird

struct HomeRoutes {
  let services: Services

  @Sendable func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let host = context.host
    if host.name.isEmpty { return services.page(IntroductionPage(host: host), for: context) }
    let (parties, people) = try await services.database.read { connection in
      let store = JourneyStore(connection: connection)
      return (try store.facts(of: host.id), try store.peopleCount(of: host.id))
    }
    let page = HomePage(name: host.name, peopleCount: people, parties: parties, now: services.now())
    return services.page(page, for: context)
  }

  /// The first thing a new host is asked: who they are, and where answers reach them.
  @Sendable func introduce(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    var host = context.host
    host.name = form.text("name")
    host.email = form.text("email")
    host.zone = services.zones.zone(form.text("zone"))?.identifier ?? host.zone
    host.language = context.visit.language
    let errors = try await services.save(host)
    guard errors.isEmpty else {
      let page = IntroductionPage(host: host, errors: errors)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    return .redirect(to: .home)
  }
}
