import Core
import Hummingbird

/// A guest has what they left at an evening erased. Asks first.
struct GuestErasureRoutes {
  let services: Services

  @Sendable func show(_ request: Request, _ context: GuestMay<Right.Erase>) async throws -> Response {
    let party = try await services.database.read { try PartyStore(connection: $0).party(context.party) }
    return services.page(GuestErasurePage(topic: party.substance.topic, token: context.token), for: context.link)
  }

  @Sendable func erase(_ request: Request, _ context: GuestMay<Right.Erase>) async throws -> Response {
    let traces = try await services.database.write { [services] connection in
      let person = try GuestVisit(services: services, connection: connection).person(context)
      return try GuestErasure(connection: connection).erase(person.guest.id, of: context.party)
    }
    await services.forget(traces)
    return .redirect(to: Path.personal(context.token).query([("saved", "erasure")]))
  }
}
