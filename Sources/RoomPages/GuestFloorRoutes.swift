import Core
import Evening
import House
import Hummingbird
import Records
import Site

/// A guest's way to the floor: the page with lobby and room, and its socket.
package struct GuestFloorRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Looking changes nothing: the page sends a message to enter the lobby.
  @Sendable package func show(_ request: Request, _ context: GuestContext) async throws -> Response {
    guard let entering = try? GuestMay<Right.Enter>(context: context) else {
      return .redirect(to: .personal(context.token))
    }
    let entrance = try await entrance(entering.link)
    let socket = Path.floorSocket(context.token).at(node: try await services.home(of: entrance.party.id))
    let facts = entrance.facts(socket: socket, back: .personal(context.token), in: services.zones)
    return services.page(RoomPage(facts: facts.with(services.settings)), for: context).openingDevices(
      for: request, services.settings)
  }

  @Sendable package func socket(_ request: Request, _ context: GuestContext) async throws -> Response {
    try FloorSession(
      services: services, entrance: try await entrance(context),
      right: .link(context.guest, hash: context.token.hash), visit: context.visit
    ).response(to: request)
  }

  private func entrance(_ context: GuestContext) async throws -> FloorEntrance {
    try await services.read {
      try FloorEntranceStore(connection: $0).entrance(of: context.guest, at: context.party)
    }
  }
}
