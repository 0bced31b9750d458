import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// A guest leaves the circle with one tap, pauses, or comes back. Nobody is told off.
package struct CircleMembershipRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func change(_ request: Request, _ context: GuestMay<Right.Circle>) async throws -> Response {
    let form = try await Form(request, limit: 1 << 12)
    let step = try MembershipStep(form)
    try await services.write { [services] connection in
      let guest = try GuestVisit(services: services, connection: connection).person(context).guest
      guard let circle = try CircleStore(connection: connection).circle(of: context.party) else {
        throw AppError.notFound
      }
      let store = CircleMemberStore(connection: connection, circle: circle.id)
      switch step {
      case .leave: try store.leave(guest.person, at: services.now())
      case .rejoin: try store.rejoin(guest.person, at: services.now())
      case .later(let months):
        // Thirty days each: nobody counts a pause by the calendar.
        let until = services.now().addingTimeInterval(Double(months) * 30 * 86_400)
        try store.pause(guest.person, until: until)
      }
    }
    return .redirect(to: Path.personal(context.token).query([("saved", step.saved)]))
  }

  /// The person they would rather not meet, or the withdrawal of all such wishes.
  @Sendable package func avoid(_ request: Request, _ context: GuestMay<Right.Circle>) async throws -> Response {
    let form = try await Form(request, limit: 1 << 12)
    let (isCleared, other) = (form.text("cleared") == "1", PersonID(form.text("person")))
    guard isCleared || other != nil else { throw AppError.malformed }
    try await services.write { [services] connection in
      let guest = try GuestVisit(services: services, connection: connection).person(context).guest
      let store = AvoidanceStore(connection: connection)
      guard !isCleared, let other else { return try store.clear(guest.person) }
      let membership = try CircleStore(connection: connection).membership(of: guest.person, at: context.party)
      guard membership?.peers.contains(where: { $0.person == other }) == true else { throw AppError.notFound }
      try store.add(Avoidance(person: guest.person, other: other), at: services.now())
    }
    return .redirect(to: Path.personal(context.token).query([("saved", isCleared ? "avoidanceCleared" : "avoidance")]))
  }
}

/// A change to one's membership.
private enum MembershipStep {
  case leave, rejoin
  /// A pause: asked again in so many months.
  case later(Int)

  init(_ form: Form) throws {
    switch form.text("member") {
    case "0": self = .leave
    case "later":
      guard let months = form.number("months", in: 1...12), CircleMembership.pauses.contains(months) else {
        throw AppError.malformed
      }
      self = .later(months)
    default: self = .rejoin
    }
  }

  /// The end of the key by which the page reports what was done.
  var saved: String {
    switch self {
    case .leave: "left"
    case .rejoin: "rejoined"
    case .later: "paused"
    }
  }
}
