import Core
import Database
import Foundation
import House
import Records
import WebSockets

/// Checks whether the right by which a socket was opened still stands.
package struct SocketRightsStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// Nil while it stands, otherwise the code with which to close the socket.
  package func end(of seat: SocketSeat, at now: Date) throws -> CloseCode? {
    do {
      guard let entrance = try entrance(by: seat, at: now) else { return .linkInvalid }
      return entrance.admission.closeCode
    } catch AppError.notFound {
      return .linkInvalid
    }
  }

  /// Guests who may be at the party, whatever right they came by.
  package func admitted(to party: PartyID) throws -> Set<ParticipantID> {
    Set(try GuestStore(connection: connection).everybody(of: party).filter(\.mayCome).map(\.guest.participant))
  }

  private func entrance(by seat: SocketSeat, at now: Date) throws -> FloorEntrance? {
    let store = FloorEntranceStore(connection: connection)
    switch seat.right {
    case .link(let guest, let hash):
      let found = try GuestStore(connection: connection).find(linkHash: hash)
      guard let found, found.guest == guest, found.party == seat.party else { return nil }
      return try store.entrance(of: guest, at: seat.party)
    case .session(let session):
      guard let host = try SessionStore(connection: connection).host(of: session, at: now) else { return nil }
      let party = try PartyStore(connection: connection).party(seat.party)
      let cohosts = CohostStore(connection: connection)
      guard try party.host == host.id || cohosts.isHosting(host.id, party.id) else { return nil }
      guard let owner = try HostStore(connection: connection).host(party.host) else { return nil }
      return try store.entrance(of: owner, at: seat.party)
    }
  }
}
