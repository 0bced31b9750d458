import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// Lets a guest have everything they left at an evening erased. Asks first.
package struct GuestErasureRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: GuestMay<Right.Erase>) async throws -> Response {
    let party = try await services.read { try PartyStore(connection: $0).party(context.party) }
    return services.page(GuestErasurePage(topic: party.substance.topic, token: context.token), for: context.link)
  }

  @Sendable package func erase(_ request: Request, _ context: GuestMay<Right.Erase>) async throws -> Response {
    let traces = try await services.write { [services] connection in
      let person = try GuestVisit(services: services, connection: connection).person(context)
      return try GuestErasure(connection: connection).erase(person.guest.id, of: context.party)
    }
    await services.forget(traces)
    return .redirect(to: Path.personal(context.token).query([("saved", "erasure")]))
  }
}
