import Core
import Database

/// The circle as one of its members sees it: who belongs to it, and the way out.
package struct CircleMembership: Sendable, Equatable {
  package let name: String
  package let members: [String]
  package let isMember: Bool

  package init(name: String, members: [String], isMember: Bool) {
    self.name = name
    self.members = members
    self.isMember = isMember
  }

}

extension CircleStore {
  /// Nil where the party is no circle's, or the person never belonged to it.
  package func membership(of person: PersonID, at party: PartyID) throws -> CircleMembership? {
    guard let circle = try circle(of: party) else { return nil }
    let everybody = try CircleMemberStore(connection: connection, circle: circle.id).members()
    guard let me = everybody.first(where: { $0.person == person }) else { return nil }
    let names = everybody.filter { $0.leftAt == nil && $0.person != person }.map(\.name)
    return CircleMembership(name: circle.name, members: me.leftAt == nil ? names : [], isMember: me.leftAt == nil)
  }
}
