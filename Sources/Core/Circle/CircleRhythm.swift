import Foundation

/// The frequency of a circle's evenings.
package enum CircleRhythm: String, Hashable, Sendable, CaseIterable {
  case monthly, quarterly
  /// Whenever it suits people: a poll decides.
  case whenItFits

  /// The same weekday of the month at the same local time, one or three months later; the last such weekday where a
  /// month has no fifth. Nil where a poll decides.
  package func next(after start: Date, in zone: Zone) -> Date? {
    guard let months = self == .monthly ? 1 : self == .quarterly ? 3 : nil else { return nil }
    let local = LocalTime(start, in: zone)
    let month = local.day.month - 1 + months
    guard let first = LocalDay(year: local.day.year + month / 12, month: month % 12 + 1, day: 1) else { return nil }
    let ahead = (local.day.weekday - first.weekday + 7) % 7 + (local.day.day - 1) / 7 * 7
    let fits = ahead < LocalDay.length(of: first.month, in: first.year)
    guard let day = first.adding(days: fits ? ahead : ahead - 7) else { return nil }
    return LocalTime(unchecked: day, local.hour, local.minute, zone).instant
  }
}
