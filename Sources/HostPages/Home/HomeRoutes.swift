import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

package struct HomeRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let host = context.host
    if host.name.isEmpty { return services.page(IntroductionPage(host: host), for: context) }
    let isCohost = context.visit.signedIn?.isCohost ?? false
    let cohosted = isCohost ? try await services.read { try CohostStore(connection: $0).parties(with: host.id) } : []
    let (counts, parties) = try await services.read { connection in
      let store = JourneyStore(connection: connection)
      let counts = try store.counts(of: host.id)
      if counts.parties == 0 { return (counts, [PartyFacts]()) }
      let parties =
        counts.underWay > 0
        ? try store.underWay(of: host.id, with: counts, limit: HomePage.most)
        : try store.facts(of: host.id, with: counts, limit: HomePage.shown)
      return (counts, parties)
    }
    var page = HomePage(
      name: host.name, peopleCount: counts.people, parties: parties, total: counts.parties, cohosted: cohosted,
      now: services.now())
    page.standstill = services.outbox.pause
    return services.page(page, for: context)
  }

  /// The first questions to a new host: their name, and the address for answers.
  @Sendable package func introduce(_ request: Request, _ context: HostContext) async throws -> Response {
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
