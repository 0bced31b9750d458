import Core
import Foundation
import House
import Records

/// The first facts a host gives about a party, as typed.
package struct PartyBasics: Sendable, Equatable {
  package var title: String
  /// The occasion's id; empty for none.
  package var occasion: String
  package var form: AddressForm
  package var seats: String
  package var minutes: Int
  package var zone: String
  /// The hour on the day before at which everybody who comes is written to; nil for no mail.
  package var dayBefore: Int?

  package static let minuteChoices = [30, 45, 60, 90]
  /// The length of any evening of ours; the form offers `minuteChoices`.
  package static let minuteBounds = 1...1440
  /// The schema's bounds; `SeatAdvice` knows what is advisable.
  package static let seatBounds = 1...50

  package init(_ host: Host) {
    self.init(
      title: "", occasion: "", form: host.language == .german ? .sie : .english, seats: "8", minutes: 60,
      zone: host.zone, dayBefore: DayBefore.usualHour)
  }

  /// For a new party at an occasion: an office visit is a short coffee among few.
  package init(_ host: Host, at occasion: KnownOccasion?) {
    self.init(host)
    self.occasion = occasion?.id.description ?? ""
    if occasion?.kind == .officeVisit { (seats, minutes) = ("3", 30) }
  }

  package init(_ party: Party) {
    self.init(
      title: party.title, occasion: party.occasion?.description ?? "", form: party.form, seats: "\(party.seats)",
      minutes: party.minutes, zone: party.zone, dayBefore: party.dayBeforeHour)
  }

  /// Takes over the form's values; a choice that isn't offered leaves the old one.
  package init(_ form: Form, instead old: PartyBasics) {
    self.init(
      title: form.text("title"), occasion: form.text("occasion"),
      form: AddressForm(rawValue: form.text("form")) ?? old.form, seats: form.text("seats"),
      minutes: form.number("minutes", in: Self.minuteBounds) ?? old.minutes, zone: form.text("zone"),
      dayBefore: form.text("dayBefore") == Self.noMail
        ? nil : form.number("dayBefore", in: DayBefore.hours) ?? old.dayBefore)
  }

  /// The form's value for no mail on the day before.
  package static let noMail = "none"

  private init(
    title: String, occasion: String, form: AddressForm, seats: String, minutes: Int, zone: String, dayBefore: Int?
  ) {
    self.title = title
    self.occasion = occasion
    self.form = form
    self.seats = seats
    self.minutes = minutes
    self.zone = zone
    self.dayBefore = dayBefore
  }

  package func errors(occasions: [KnownOccasion], minutesNow: Int?, in zones: Zones) -> FieldErrors {
    var errors = FieldErrors()
    if title.isEmpty { errors["title"] = Message("parties.error.title") }
    if title.length > 120 { errors["title"] = Message("parties.error.titleLong") }
    if !occasion.isEmpty, !occasions.contains(where: { $0.id.description == occasion }) {
      errors["occasion"] = Message("parties.error.occasion")
    }
    if Int(typed: seats, in: Self.seatBounds) == nil { errors["seats"] = Message("parties.error.seats") }
    if !Self.minuteChoices.contains(minutes), minutes != minutesNow {
      errors["minutes"] = Message("parties.error.minutes")
    }
    if !zones.has(zone) { errors["zone"] = Message("settings.error.zone") }
    return errors
  }

  /// Writes the checked values into the party.
  package func apply(to party: inout Party, in zones: Zones) {
    party.title = title
    party.occasion = OccasionID(occasion)
    party.form = form
    party.seats = Int(typed: seats, in: Self.seatBounds) ?? party.seats
    party.minutes = minutes
    // Under two names one zone would count as two, and everybody's entries would move. So a new one is stored by its current name,
    // and one that was stored by an old name stays.
    let current: (String) -> String = { zones.zone($0)?.identifier ?? $0 }
    if current(party.zone) != current(zone) { party.zone = current(zone) }
    party.dayBeforeHour = dayBefore
  }
}
