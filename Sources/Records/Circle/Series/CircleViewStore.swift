import Core
import Database

/// Assembles the content of a circle's page.
package struct CircleViewStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the host has no such circle.
  package func view(of id: CircleID, host: HostID) throws -> CircleView {
    let circle = try CircleStore(connection: connection).circle(id, of: host)
    let store = CircleMemberStore(connection: connection, circle: id)
    let everybody = try store.members()
    let members = everybody.filter { $0.leftAt == nil }
    let history = try store.history()
    var view = CircleView(
      circle: circle, members: members, parted: everybody.filter { $0.leftAt != nil },
      evenings: try evenings(of: id, host, store), history: history, matrix: try store.meetings(members.map(\.person)),
      readiness: HonourReadiness(history, needed: circle.eveningsToHonour),
      kind: HonourKind(roles: members.map(\.role), organisations: members.map(\.organisation)))
    view.hasHonour =
      try view.ahead.map { try GuestStore(connection: connection).honoured(at: $0.party.id) } ?? nil != nil
    return view
  }

  private func evenings(
    of circle: CircleID, _ host: HostID, _ members: CircleMemberStore
  ) throws -> [CircleView.Evening] {
    let store = CircleStore(connection: connection)
    return try store.parties(of: circle).map { id in
      CircleView.Evening(
        party: try PartyStore(connection: connection).party(id, of: host), present: try members.present(at: id).count,
        result: try BallotStore(connection: connection).result(of: id), outcome: try store.outcome(of: id))
    }
  }
}
