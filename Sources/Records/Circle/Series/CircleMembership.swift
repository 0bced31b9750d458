import Core
import Database
import Foundation

/// The circle as one of its members sees it: the other members, a pause, and the way out.
package struct CircleMembership: Sendable, Equatable {
  /// Another member.
  package struct Peer: Sendable, Equatable {
    package let person: PersonID
    package let name: String

    package init(person: PersonID, name: String) {
      self.person = person
      self.name = name
    }
  }

  package let name: String
  /// Empty for somebody who has left.
  package let peers: [Peer]
  package let isMember: Bool
  /// The time from which they want to be asked again.
  package var pausedUntil: Date?
  /// The number of people they would rather not meet. Who these are is on no page.
  package var avoided = 0

  package init(
    name: String, peers: [Peer], isMember: Bool, pausedUntil: Date? = nil, avoided: Int = 0
  ) {
    self.name = name
    self.peers = peers
    self.isMember = isMember
    self.pausedUntil = pausedUntil
    self.avoided = avoided
  }

  package var members: [String] { peers.map(\.name) }

  /// The lengths of pause somebody may ask for, in months.
  package static let pauses = [3, 6, 12]
}

extension CircleStore {
  /// Nil if the party belongs to no circle, or the person was never a member.
  package func membership(of person: PersonID, at party: PartyID) throws -> CircleMembership? {
    guard let circle = try circle(of: party) else { return nil }
    let everybody = try CircleMemberStore(connection: connection, circle: circle.id).members()
    guard let me = everybody.first(where: { $0.person == person }) else { return nil }
    let peers = everybody.filter { $0.leftAt == nil && $0.person != person }
      .map { CircleMembership.Peer(person: $0.person, name: $0.name) }
    return CircleMembership(
      name: circle.name, peers: me.leftAt == nil ? peers : [], isMember: me.leftAt == nil,
      pausedUntil: me.pausedUntil, avoided: try AvoidanceStore(connection: connection).count(of: person))
  }
}
