import Core
import Evening
import House
import Hummingbird
import Records
import Site

/// The host's way to the floor, and their actions outside the room's page: doors and farewell.
package struct HostFloorRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    let entrance = try await entrance(context)
    let id = entrance.party.id
    guard entrance.admission == .open else { return .redirect(to: .party(id)) }
    let socket = Path.floorSocket(id).at(node: try await services.home(of: entrance.party.id))
    let facts = entrance.facts(socket: socket, back: .party(id), in: services.zones)
    return services.page(RoomPage(facts: facts.with(services.settings)), for: context).openingDevices(
      for: request, services.settings)
  }

  @Sendable package func socket(_ request: Request, _ context: PartyContext) async throws -> Response {
    try FloorSession(
      services: services, entrance: try await entrance(context), right: .session(context.session),
      visit: context.visit
    ).response(to: request)
  }

  /// Opens the doors, makes people knock, or closes them again, and takes the host to the door.
  @Sendable package func doors(_ request: Request, _ context: PartyContext) async throws -> Response {
    let id = try await openParty(context)
    let form = try await Form(request, limit: 1 << 12)
    guard let state = Doors(rawValue: form.text("state")) else { throw AppError.malformed }
    try await services.floors.request(.doors(state: state), by: .host, at: id, services)
    return .redirect(to: state == .closed ? .programme(id) : .floor(id))
  }

  /// Ends the evening kindly for everybody.
  @Sendable package func farewell(_ request: Request, _ context: PartyContext) async throws -> Response {
    let id = try await openParty(context)
    try await services.floors.request(.end, by: .host, at: id, services)
    return .redirect(to: .party(id))
  }

  /// - Throws: `AppError.conflict` unless it is scheduled or open.
  private func openParty(_ context: PartyContext) async throws -> PartyID {
    let entrance = try await entrance(context)
    guard entrance.admission == .open else { throw AppError.conflict(Message("programme.refused")) }
    return entrance.party.id
  }

  private func entrance(_ context: PartyContext) async throws -> FloorEntrance {
    let party = try context.id("party", of: Entity.Party.self)
    return try await services.read {
      try FloorEntranceStore(connection: $0).entrance(of: context.host, at: party)
    }
  }
}
