import Core
import Database
import Foundation
import House

/// The facts used for planning the next wave.
package struct WaveFacts: Sendable {
  package var party: Party
  package var host: Host
  /// In the order of their standing, excluded people included.
  package var guests: [KnownGuest]
  /// Guests whose address is on the suppression list.
  package var suppressed: Set<GuestID>
  /// Guests whose letter the host sends with their own program and has not yet confirmed.
  package var handedOver: Set<GuestID>

  package init(party: Party, host: Host, guests: [KnownGuest], suppressed: Set<GuestID>, handedOver: Set<GuestID>) {
    self.party = party
    self.host = host
    self.guests = guests
    self.suppressed = suppressed
    self.handedOver = handedOver
  }

  /// - Throws: the reason why no letter may be written: the missing parts of the substance, as `AppError.conflict`.
  package func plan() throws -> WavePlan<GuestID> {
    try WavePlan(party, guests, suppressed: suppressed, handedOver: handedOver)
  }

  package func guest(_ id: GuestID) -> KnownGuest? { guests.first { $0.guest.id == id } }

  package func names(_ ids: [GuestID]) -> [String] { ids.compactMap { guest($0)?.name } }

  /// The number of seats that have become free again: guests who were written to and no longer hold one.
  package var releases: Int {
    guests.count { $0.guest.wasWrittenTo && !$0.guest.invitation.state.holdsSeat }
  }
}

extension WaveFacts {
  package init(_ party: Party, host: Host, connection: any Connection) throws {
    let guests = try GuestStore(connection: connection).guests(of: party.id)
    self.init(
      party: party, host: host, guests: guests,
      suppressed: try SuppressionStore(connection: connection).objected(among: guests),
      handedOver: try OutboxStore(connection: connection).handedOver(of: party.id))
  }
}

extension WavePlan<GuestID> {
  /// - Parameters:
  ///   - suppressed: guests whose address is on the suppression list.
  ///   - handedOver: guests whose letter the host is about to send, which is an open invitation too.
  /// - Throws: `AppError.conflict` while the substance is incomplete.
  package init(
    _ party: Party, _ guests: [KnownGuest], suppressed: Set<GuestID>, handedOver: Set<GuestID>
  ) throws {
    self.init(
      seats: party.seats, expectedDeclines: party.expectedDeclines, release: party.release,
      guests: guests.compactMap { known in
        let guest = known.guest
        let isHandedOver = handedOver.contains(guest.id) && guest.invitation.state == .shortlisted
        return guest.planStanding.map {
          WavePlan.Guest(
            id: guest.id, standing: $0, state: isHandedOver ? .invited : guest.invitation.state,
            wasWrittenTo: guest.wasWrittenTo, isSuppressed: suppressed.contains(guest.id),
            hasAddress: known.isReachable)
        }
      }, substance: try party.completeSubstance())
  }
}

extension Guest {
  fileprivate var planStanding: Core.Standing? {
    switch standing {
    case .chosen: .chosen(position)
    case .reserve: .reserve(position)
    case .excluded: nil
    }
  }
}

extension Party {
  /// - Throws: `AppError.conflict` that names what is missing.
  package func completeSubstance() throws -> CompleteSubstance {
    do {
      return try CompleteSubstance(substance)
    } catch {
      throw AppError.conflict(error.messages[0])
    }
  }
}
