import Core
import Database
import Foundation
import WebSockets

/// Whether somebody may come to the door now, and what their page has to know.
struct FloorEntrance: Sendable {
  let party: Party
  let host: Host
  /// Nil for the host.
  let guest: KnownGuest?

  enum Admission: Sendable, Equatable {
    case open
    /// There is no date yet, or the guest has not been invited, has declined, or has no seat.
    case notYet
    case sentAway
    case over

    /// How the socket of somebody who isn't let in closes; nil for `open`.
    var closeCode: CloseCode? {
      switch self {
      case .open: nil
      case .notYet, .sentAway: .linkInvalid
      case .over: .eveningEnded
      }
    }
  }

  var admission: Admission {
    if guest?.guest.isSentAway == true { return .sentAway }
    switch party.stage {
    case .ended, .closed, .cancelled: return .over
    case .draft, .inviting: return .notYet
    case .scheduled, .open: return guest?.mayCome ?? true ? .open : .notYet
    }
  }

  var who: ParticipantID { guest?.guest.participant ?? .host }

  /// - Parameter back: the page from where they come.
  func facts(socket: Path, back: Path, in zones: Zones) -> RoomFacts {
    RoomFacts(
      you: who, topic: party.substance.topic, question: party.substance.question, hostName: host.name,
      start: party.start, zones: [guest?.guest.zone ?? "", party.zone], socket: socket,
      back: back, profile: guest?.floorProfile ?? host.floorProfile, leavesAt: guest?.leavesAt(party, in: zones))
  }
}

/// Looks up who stands before the door.
struct FloorEntranceStore {
  let connection: any Connection

  /// - Throws: `AppError.notFound`.
  func entrance(of guest: GuestID, at id: PartyID) throws -> FloorEntrance {
    let party = try PartyStore(connection: connection).party(id)
    guard let host = try HostStore(connection: connection).host(party.host) else { throw AppError.notFound }
    let known = try GuestStore(connection: connection).guest(guest, of: id)
    return FloorEntrance(party: party, host: host, guest: known)
  }

  /// - Throws: `AppError.notFound` where the host has no such party.
  func entrance(of host: Host, at id: PartyID) throws -> FloorEntrance {
    FloorEntrance(party: try PartyStore(connection: connection).party(id, of: host.id), host: host, guest: nil)
  }
}
