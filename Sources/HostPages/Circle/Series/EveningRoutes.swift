import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// A host's page of an evening that is over.
package struct EveningRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    let view = try await services.read { [services] connection -> EveningView? in
      guard try PartyStore(connection: connection).party(id, of: host).isOver else { return nil }
      return try EveningStore(services: services, connection: connection).view(of: id, host: host)
    }
    guard let view else { return .redirect(to: .party(id)) }
    let saved = request.uri.queryParameters["saved"].map(String.init) ?? ""
    return services.page(EveningPage(view: view, saved: saved), for: context)
  }

  @Sendable package func vote(_ request: Request, _ context: PartyContext) async throws -> Response {
    let ballot = try BallotEntry.ballot(try await Form(request, limit: 1 << 16))
    return try await change(context, saved: "ballot") { connection, party, _ in
      guard try BallotStore(connection: connection).take(ballot, of: .host, at: party.id) else {
        throw AppError.conflict(Message("ballot.closed"))
      }
    }
  }

  @Sendable package func keepPromise(_ request: Request, _ context: PartyContext) async throws -> Response {
    let isKept = try await Form(request, limit: 1 << 12).text("kept") == "1"
    guard let number = context.parameters.get("number", as: Int.self) else { throw AppError.notFound }
    return try await change(context, saved: "promise") { [services] connection, party, now in
      let store = KeepsakeStore(services: services, connection: connection, party: party)
      guard try store.setKept(number, isKept: isKept, by: .host, at: now) else { throw AppError.notFound }
    }
  }

  @Sendable package func saveOutcome(_ request: Request, _ context: PartyContext) async throws -> Response {
    let text = try await Form(request, limit: 1 << 16).text("outcome")
    guard text.length <= 500 else { throw AppError.malformed }
    return try await change(context, saved: "outcome") { connection, party, _ in
      try CircleStore(connection: connection).setOutcome(text, of: party.id)
    }
  }

  private func change(
    _ context: PartyContext, saved: String,
    _ step: @escaping @Sendable (Transaction, Party, Moment) throws -> Void
  ) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    try await services.write { [services] connection in
      let party = try PartyStore(connection: connection).party(id, of: host)
      guard party.isOver else { throw AppError.notFound }
      try step(connection, party, Moment(services.now()))
    }
    return .redirect(to: Path.evening(id).query([("saved", saved)]))
  }
}
