import Core
import Database
import Foundation
import House
import Records

/// Stores the way of finding the date, inside one transaction.
package struct DatePlanning {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.conflict` once the date is confirmed or the party is over.
  package func store(_ plan: CheckedDatePlan, marks: DatePlan, party id: PartyID, host: Host) throws {
    var party = try PartyStore(connection: connection).party(id, of: host.id)
    guard party.isPlannable else { throw AppError.conflict(Message("scheduling.refused")) }
    let before = party
    party.dateKind = plan.fixed == nil ? .poll : .fixed
    (party.minutes, party.zone, party.start) = (plan.minutes, plan.zone.identifier, plan.fixed?.instant)
    party.pollDeadline = plan.deadline
    // Votes outlive a fixed date, in case the host returns to the poll.
    let slotsChanged = try plan.fixed == nil && replaceSlots(plan.slots, of: party)
    if slotsChanged || party.pollDeadline != before.pollDeadline { party.pollNoticedAt = nil }
    try PartyStore(connection: connection).update(party, at: services.now())
    try setMustHave(marks, of: party)
    try DateTelling(party, services: services, connection: connection).tellEverybody()
  }

  private func replaceSlots(_ starts: [Date], of party: Party) throws -> Bool {
    try SlotStore(connection: connection).replace(starts, of: party) { services.newID() }
  }

  /// Changes only guests the form listed: a reserve's mark is not on it.
  private func setMustHave(_ marks: DatePlan, of party: Party) throws {
    let store = GuestStore(connection: connection)
    for person in try store.guests(of: party.id)
    where marks.listed.contains(person.guest.id)
      && person.guest.isMustHave != marks.mustHave.contains(person.guest.id)
    {
      var guest = person.guest
      guest.isMustHave.toggle()
      try store.update(guest)
    }
  }
}
