import Foundation

/// The mail on the day before: one to everybody who comes, at an hour the host chooses, in the party's zone.
package struct DayBefore: Sendable, Hashable {
  /// The time from which it is sent.
  package let time: Date
  private let start: Date

  /// The hours a host can choose from: nobody is written to at night.
  package static let hours = 7...21
  package static let usualHour = 17

  /// Nil if the date is not settled, or the host wants no such mail.
  package init?(_ party: Party, in zones: Zones) {
    guard party.stage == .scheduled, party.confirmedAt != nil, let start = party.start, let hour = party.dayBeforeHour
    else { return nil }
    let zone = zones[party.zone]
    guard let day = LocalTime(start, in: zone).day.adding(days: -1) else { return nil }
    // On a day on which the clocks skip that hour, it is the time they would have shown.
    time = LocalTime(unchecked: day, hour, 0, zone).instant
    self.start = start
  }

  package func isOpen(at now: Date) -> Bool { time <= now && now < start }

  /// A guest who has heard about the date since that hour needs no further mail: the confirmation or the new date says
  /// it all.
  /// - Parameter toldAt: the last time they were written to about the date; nil for never.
  package func isDue(for guest: Guest, toldAt: Date?, at now: Date) -> Bool {
    guard isOpen(at: now), guest.invitation.state == .accepted, guest.removedAt == nil else { return false }
    return [guest.invitation.answeredAt, toldAt].compactMap(\.self).allSatisfy { $0 < time }
  }
}
