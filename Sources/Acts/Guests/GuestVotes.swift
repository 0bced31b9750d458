import Core
import Database
import Foundation
import House
import Records

/// Accepts votes. Changes are recorded slot by slot, so that the host sees who changed what, and when.
package struct GuestVotes {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Parameters:
  ///   - entered: the form's votes, by the slot's id. Slots of another party and unknown values are ignored.
  ///   - isAll: true if the guest says that this is everything: anything unmarked is a no.
  ///   - zone: the one in which the guest saw the slots; remembered if it is valid.
  package func take(_ entered: [String: String], isAll: Bool, zone: String, from context: some GuestDelegate) throws {
    let visit = GuestVisit(services: services, connection: connection)
    var guest = try visit.person(context).guest
    let party = try visit.party(context)
    guard party.dateKind == .poll, party.confirmedAt == nil else {
      throw AppError.conflict(Message("guests.poll.closed"))
    }
    try Waves(services: services, connection: connection).answered(by: guest.id, party)
    let slots = try SlotStore(connection: connection).slots(of: party).filter { $0.start > services.now() }
    let store = VoteStore(connection: connection)
    let before = try store.votes(by: guest.id)
    for slot in slots {
      let marked = entered[slot.id.description].flatMap(VoteValue.init(rawValue:))
      let meant: VoteValue? = isAll && before[slot.id] == nil ? .no : nil
      guard let value = marked ?? meant else { continue }
      if before[slot.id] == value {
        if context.source.isOwn, marked != nil { try store.own(slot.id, by: guest.id) }
        continue
      }
      try store.set(value, on: slot.id, by: guest.id, isImplied: marked == nil, by: context.source, at: services.now())
      try visit.note(
        context.source == .host ? GuestEvent.enteredVote : GuestEvent.vote,
        GuestEvent.voteDetail(slot, from: before[slot.id], to: value), of: guest.id)
    }
    try answer(by: try store.votes(by: guest.id), on: slots, from: context)
    guest = try visit.person(context).guest
    if let zone = services.zones.zone(zone), guest.zone != zone.identifier {
      guest.zone = zone.identifier
      try GuestStore(connection: connection).update(guest)
    }
  }

  /// A vote is an answer: somebody who can make one of the dates comes if it is chosen; somebody who turned them all
  /// down does not come this time.
  private func answer(
    by votes: [SlotID: VoteValue], on slots: [Slot], from context: some GuestDelegate
  ) throws {
    let said = slots.map { votes[$0.id] }
    let reply = GuestReply(services: services, connection: connection)
    if said.contains(where: { $0 == .yes || $0 == .ifNeeded }) {
      try reply.takeVotes(thatSuit: true, from: context)
    } else if !slots.isEmpty, said.allSatisfy({ $0 == .no }) {
      try reply.takeVotes(thatSuit: false, from: context)
    }
  }
}
