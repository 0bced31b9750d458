import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// A host's circles.
package struct CircleRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func list(_ request: Request, _ context: HostContext) async throws -> Response {
    let host = context.host.id
    let circles = try await services.read { connection in
      try CircleStore(connection: connection).circles(of: host).map {
        try CircleViewStore(connection: connection).view(of: $0.id, host: host)
      }
    }
    return services.page(CircleListPage(circles: circles), for: context)
  }

  /// Turns a first evening into a circle.
  @Sendable package func found(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard let party = PartyID(form.text("party")), let rhythm = CircleRhythm(rawValue: form.text("rhythm")) else {
      throw AppError.malformed
    }
    let name = form.text("name").cut(to: Circle.longestName)
    guard !name.isEmpty else { throw AppError.malformed }
    let circle = Circle(
      id: services.newID(), host: context.host.id, name: name, rhythm: rhythm, eveningsToHonour: 3,
      createdAt: services.now(), endedAt: nil)
    let id = try await services.write { connection in
      try CircleFounding(connection: connection).found(circle, from: party)
    }
    return .redirect(to: .circle(id))
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let saved = request.uri.queryParameters["saved"].map(String.init) ?? ""
    return services.page(CirclePage(view: try await view(context), saved: saved), for: context)
  }

  @Sendable package func save(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let view = try await view(context)
    let errors = Self.errors(form)
    guard errors.isEmpty else {
      return services.page(CirclePage(view: view, errors: errors), for: context, status: .unprocessableContent)
    }
    var circle = view.circle
    circle.name = form.text("name")
    circle.rhythm = CircleRhythm(rawValue: form.text("rhythm")) ?? circle.rhythm
    circle.eveningsToHonour = form.number("evenings", in: Circle.eveningBounds) ?? circle.eveningsToHonour
    try await services.write { [circle] in try CircleStore(connection: $0).update(circle) }
    return .redirect(to: Path.circle(circle.id).query([("saved", "settings")]))
  }

  @Sendable package func planNext(_ request: Request, _ context: HostContext) async throws -> Response {
    let (id, host) = (try context.id("circle", of: Entity.Circle.self), context.host)
    let party = try await services.write { [services] connection in
      let circle = try CircleStore(connection: connection).circle(id, of: host.id)
      return try NextEvening(services: services, connection: connection).plan(for: circle, host: host)
    }
    return .redirect(to: .party(party))
  }

  @Sendable package func askEnd(_ request: Request, _ context: HostContext) async throws -> Response {
    services.page(CircleEndPage(view: try await view(context)), for: context)
  }

  @Sendable package func end(_ request: Request, _ context: HostContext) async throws -> Response {
    let (id, host) = (try context.id("circle", of: Entity.Circle.self), context.host)
    let sendsFarewell = try await Form(request, limit: 1 << 12).text("farewell") == "1"
    try await services.write { [services] connection in
      try CircleEnd(services: services, connection: connection).end(id, host: host, sendsFarewell: sendsFarewell)
    }
    services.wakeOutbox()
    return .redirect(to: Path.circle(id).query([("saved", "ended")]))
  }

  private func view(_ context: HostContext) async throws -> CircleView {
    let (id, host) = (try context.id("circle", of: Entity.Circle.self), context.host.id)
    return try await services.read { try CircleViewStore(connection: $0).view(of: id, host: host) }
  }

  private static func errors(_ form: Form) -> FieldErrors {
    var errors = FieldErrors()
    let name = form.text("name")
    if name.isEmpty { errors["name"] = Message("circle.error.name") }
    if name.length > Circle.longestName {
      errors["name"] = Message("guests.error.tooLong", ["limit": "\(Circle.longestName)"])
    }
    if form.number("evenings", in: Circle.eveningBounds) == nil {
      errors["evenings"] = Message("circle.error.evenings")
    }
    return errors
  }
}
