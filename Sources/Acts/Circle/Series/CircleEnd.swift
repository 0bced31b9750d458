import Core
import Database
import Formats
import House
import Records

/// Ends a series, with thanks to all its members if the host likes.
package struct CircleEnd {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the host has no such circle; `AppError.conflict` while an evening is ahead.
  package func end(_ id: CircleID, host: Host, sendsFarewell: Bool) throws {
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
    for member in view.members {
      guard let (guest, party) = try lastPlace(of: member.person, among: evenings.map(\.party)) else { continue }
      let post = SummaryPost(services: services, connection: connection, party: party, host: host)
      let count = evenings.count { $0.present > 0 }
      try post.post(.circleEnd(try post.facts(guest), evenings: count), .farewell, "farewell", guest)
    }
  }

  /// The last place at which a member was written to, since not every member was asked to the last evening.
  private func lastPlace(of person: PersonID, among parties: [Party]) throws -> (KnownGuest, Party)? {
    for party in parties.reversed() {
      let guest = try GuestStore(connection: connection).guests(of: party.id).first { $0.guest.person == person }
      if let guest, guest.guest.wasWrittenTo { return (guest, party) }
    }
    return nil
  }
}
