import Core
import Foundation
import Hummingbird

/// The way to object: the link in every letter, without a login. Opening it changes nothing, because mail scanners open
/// links too.
struct ObjectionRoutes {
  let services: Services

  @Sendable func show(_ request: Request, _ visit: Visit) async throws -> Response {
    let (guest, token) = try link(visit)
    let now = services.now()
    let view = try await services.database.read { try Objection(connection: $0, now: now).view(guest) }
    let path = Path.objection(guest, token)
    return services.page(ObjectionPage(address: view.address, isListed: view.isListed, path: path), for: visit)
  }

  @Sendable func object(_ request: Request, _ visit: Visit) async throws -> Response {
    let (guest, token) = try link(visit)
    let now = services.now()
    try await services.database.write { try Objection(connection: $0, now: now).take(guest) }
    services.metrics.increment("stehtisch_objections_total")
    return .redirect(to: .objection(guest, token))
  }

  /// The token follows from the guest's id and the installation's secret: nothing needs to be stored or searched for.
  private func link(_ visit: Visit) throws -> (GuestID, Token) {
    try services.limits.count("objection \(visit.origin)", limit: 120, seconds: 600, at: services.uptime())
    let guest = try visit.id("guest", of: Entity.Guest.self)
    guard let token = visit.parameters.get("token").flatMap({ Token(String($0)) }),
      token == services.objectionToken(guest)
    else { throw AppError.notFound }
    return (guest, token)
  }
}
