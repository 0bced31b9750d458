import Core
import Database
import Formats

/// Brings a series to its end, with thanks to everybody who belongs to it if the host likes.
struct CircleEnd {
  let services: Services
  let connection: any Connection

  /// - Throws: `AppError.notFound` where the host has no such circle; `AppError.conflict` while an evening is ahead.
  func end(_ id: CircleID, host: Host, sendsFarewell: Bool) throws {
    let view = try CircleViewStore(connection: connection).view(of: id, host: host.id)
    guard view.circle.endedAt == nil else { return }
    guard view.ahead == nil else { throw AppError.conflict(Message("circle.refused.ahead")) }
    var circle = view.circle
    circle.endedAt = services.now()
    try CircleStore(connection: connection).update(circle)
    if sendsFarewell { try thank(view, host) }
  }

  private func thank(_ view: CircleView, _ host: Host) throws {
    let evenings = view.evenings.filter(\.party.isOver)
    guard let last = evenings.last?.party else { return }
    let guests = try GuestStore(connection: connection).guests(of: last.id)
    let members = Set(view.members.map(\.person))
    let post = SummaryPost(services: services, connection: connection, party: last, host: host)
    for guest in guests where members.contains(guest.guest.person) {
      try post.post(.circleEnd(try post.facts(guest), evenings: evenings.count), .farewell, "farewell", guest)
    }
  }
}
