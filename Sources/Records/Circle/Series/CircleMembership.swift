import Core
import Database
import Foundation

/// The circle as one of its members sees it: who belongs to it, a pause, and the way out.
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
  /// None for somebody who has left.
  package let peers: [Peer]
  package let isMember: Bool
  /// From when they want to be asked again.
  package var pausedUntil: Date?
  /// How many they would rather not meet. Who that is, is on no page.
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

  /// For how many months somebody may ask for a pause.
  package static let pauses = [3, 6, 12]
}

extension CircleStore {
  /// Nil where the party is no circle's, or the person never belonged to it.
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
