import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// A guest leaves the circle by one tap, or comes back. Nobody is told off.
package struct CircleMembershipRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func change(_ request: Request, _ context: GuestMay<Right.Circle>) async throws -> Response {
    let leaves = try await Form(request, limit: 1 << 12).text("member") == "0"
    try await services.write { [services] connection in
      let guest = try GuestVisit(services: services, connection: connection).person(context).guest
      guard let circle = try CircleStore(connection: connection).circle(of: context.party) else {
        throw AppError.notFound
      }
      let store = CircleMemberStore(connection: connection, circle: circle.id)
      if leaves { try store.leave(guest.person, at: services.now()) } else { try store.rejoin(guest.person) }
    }
    return .redirect(to: Path.personal(context.token).query([("saved", leaves ? "left" : "rejoined")]))
  }
}
