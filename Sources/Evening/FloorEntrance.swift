import Core
import Database
import Foundation
import House
import Records
import WebSockets

/// Decides whether somebody may come to the door now, with the facts their page needs.
package struct FloorEntrance: Sendable {
  package let party: Party
  package let host: Host
  /// Nil for the host.
  package let guest: KnownGuest?
  /// The evening is held in another system.
  package let isElsewhere: Bool

  package init(party: Party, host: Host, guest: KnownGuest?, isElsewhere: Bool = false) {
    self.party = party
    self.host = host
    self.guest = guest
    self.isElsewhere = isElsewhere
  }

  package enum Admission: Sendable, Equatable {
    case open
    /// There is no date yet, or the guest has not been invited, has declined, or has no seat.
    case notYet
    case sentAway
    case over

    /// The close code for the socket of somebody who isn't let in; nil for `open`.
    package var closeCode: CloseCode? {
      switch self {
      case .open: nil
      case .notYet, .sentAway: .linkInvalid
      case .over: .eveningEnded
      }
    }
  }

  package var admission: Admission {
    if guest?.guest.isSentAway == true { return .sentAway }
    switch party.stage {
    case .ended, .closed, .cancelled: return .over
    case .draft, .inviting: return .notYet
    case .scheduled, .open: return guest?.mayCome ?? true ? .open : .notYet
    }
  }

  package var who: ParticipantID { guest?.guest.participant ?? .host }
}

/// Looks up the person at the door.
package struct FloorEntranceStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Throws: `AppError.notFound`.
  package func entrance(of guest: GuestID, at id: PartyID) throws -> FloorEntrance {
    let party = try PartyStore(connection: connection).party(id)
    guard let host = try HostStore(connection: connection).host(party.host) else { throw AppError.notFound }
    let known = try GuestStore(connection: connection).guest(guest, of: id)
    return FloorEntrance(party: party, host: host, guest: known, isElsewhere: try isElsewhere(id))
  }

  /// - Throws: `AppError.notFound` if the host has no such party.
  package func entrance(of host: Host, at id: PartyID) throws -> FloorEntrance {
    FloorEntrance(
      party: try PartyStore(connection: connection).party(id, of: host.id), host: host, guest: nil,
      isElsewhere: try isElsewhere(id))
  }

  private func isElsewhere(_ id: PartyID) throws -> Bool {
    try !PartyStageStore(connection: connection).plan(of: id).meeting.isEmpty
  }
}
