import Core
import Database
import Foundation

/// Takes votes. What changed is noted slot by slot, so that the host sees who moved what, when.
struct GuestVotes {
  let services: Services
  let connection: any Connection

  /// - Parameters:
  ///   - entered: what stands in the form, by the slot's id. Slots of another party and unknown values are left out.
  ///   - zone: the one in which the guest saw the slots; remembered if it is one.
  func take(_ entered: [String: String], zone: String, from context: some GuestDelegate) throws {
    let visit = GuestVisit(services: services, connection: connection)
    var guest = try visit.person(context).guest
    let party = try visit.party(context)
    guard party.dateKind == .poll, party.confirmedAt == nil else {
      throw AppError.conflict(Message("guests.poll.closed"))
    }
    let store = VoteStore(connection: connection)
    let before = try store.votes(by: guest.id)
    for slot in try SlotStore(connection: connection).slots(of: party) {
      guard let value = entered[slot.id.description].flatMap(VoteValue.init(rawValue:)), before[slot.id] != value else {
        continue
      }
      try store.set(value, on: slot.id, by: guest.id, at: services.now())
      try visit.note(GuestEvent.vote, GuestEvent.voteDetail(slot, from: before[slot.id], to: value), of: guest.id)
    }
    if let zone = services.zones.zone(zone), guest.zone != zone.identifier {
      guest.zone = zone.identifier
      try GuestStore(connection: connection).update(guest)
    }
  }
}
