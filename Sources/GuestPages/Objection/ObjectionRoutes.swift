import Acts
import Core
import Foundation
import House
import Hummingbird
import Records
import Site

/// The way to object: the link in every letter, without a login. Opening it changes nothing, because mail scanners open
/// links too.
package struct ObjectionRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ visit: Visit) async throws -> Response {
    let (guest, token) = try link(visit)
    let now = services.now()
    let view = try await services.read { try Objection(connection: $0, now: now).view(guest) }
    let path = Path.objection(guest, token)
    return services.page(ObjectionPage(view: view, path: path), for: visit)
  }

  @Sendable package func object(_ request: Request, _ visit: Visit) async throws -> Response {
    let (guest, token) = try link(visit)
    let now = services.now()
    let isBack = try await Form(request, limit: 1 << 12).text("back") == "1"
    try await services.write { connection in
      let objection = Objection(connection: connection, now: now)
      if isBack { try objection.takeBack(guest) } else { try objection.take(guest) }
    }
    if !isBack { services.metrics.increment(.objections) }
    return .redirect(to: .objection(guest, token))
  }

  /// The token is derived from the guest's id and the installation's secret, so nothing needs to be stored or searched
  /// for.
  private func link(_ visit: Visit) throws -> (GuestID, Token) {
    try services.limits.count("objection \(visit.origin)", limit: 120, seconds: 600, at: services.uptime())
    let guest = try visit.id("guest", of: Entity.Guest.self)
    guard let token = visit.parameters.get("token").flatMap({ Token(String($0)) }),
      token == services.objectionToken(guest)
    else { throw AppError.notFound }
    return (guest, token)
  }
}
