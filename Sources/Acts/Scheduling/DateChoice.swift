import Core
import Database
import Foundation
import House
import Records

/// A date as chosen by a host: a slot of the poll, the party's only date, or day and time in its zone.
package struct DateChoice: Sendable {
  /// The slot's id; empty for none.
  let slot: String
  /// `2026-12-01`.
  let date: String
  /// `18:30`.
  let time: String
  /// True if a day was given at all.
  let hasDate: Bool

  package init(slot: String, date: String, time: String, hasDate: Bool) {
    (self.slot, self.date, self.time, self.hasDate) = (slot, date, time, hasDate)
  }

  package init(_ form: Form) {
    self.init(slot: form.text("slot"), date: form.text("date"), time: form.text("time"), hasDate: form.has("date"))
  }

  /// A new date in the party's zone.
  package func entered(_ party: Party, _ zones: Zones) throws -> PartyDate {
    let local = try LocalTime(date: date, time: time, zone: party.zone, in: zones)
    return PartyDate(local.instant, zone: party.zone)
  }

  /// The act this choice asks for, given the party's state: confirming a date, moving a confirmed one, or setting a new
  /// one after an evening that did not take place. Nil if it has already been carried out: a second press on "Confirm"
  /// sends no date.
  /// - Throws: `FieldProblem`; `AppError.conflict` for a slot that no longer exists, and for a party without a date.
  package func deed(at party: Party, slots: [Slot], zones: Zones) throws -> HeldAct.Deed? {
    if party.isMissed { return .anew(try entered(party, zones)) }
    if party.confirmedAt != nil { return hasDate ? .move(try entered(party, zones)) : nil }
    return .confirmation(try chosen(party, slots))
  }

  private func chosen(_ party: Party, _ slots: [Slot]) throws -> PartyDate {
    let slot = slots.first { $0.id.description == self.slot }
    let start = party.dateKind == .fixed ? party.start : slot?.start
    guard let start else { throw AppError.conflict(Message("scheduling.error.slotGone")) }
    return PartyDate(start, zone: party.zone)
  }
}
