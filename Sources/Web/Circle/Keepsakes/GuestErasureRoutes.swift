import Core
import Hummingbird

/// A guest has what they left at an evening erased. Asks first.
struct GuestErasureRoutes {
  let services: Services

  @Sendable func show(_ request: Request, _ context: GuestContext) async throws -> Response {
    let party = try await services.database.read { try PartyStore(connection: $0).party(context.party) }
    guard party.isOver else { throw AppError.notFound }
    return services.page(GuestErasurePage(topic: party.substance.topic, token: context.token), for: context)
  }

  @Sendable func erase(_ request: Request, _ context: GuestContext) async throws -> Response {
    let isErased = try await services.database.write { connection in
      try GuestErasure(connection: connection).erase(context.guest, of: context.party)
    }
    guard isErased else { throw AppError.notFound }
    return .redirect(to: Path.personal(context.token).query([("saved", "erasure")]))
  }
}
