import Foundation

/// How often a circle meets.
package enum CircleRhythm: String, Hashable, Sendable, CaseIterable {
  case monthly, quarterly
  /// When it fits: by a poll.
  case whenItFits

  /// The same weekday of the month at the same local time, one or three months later; the last such weekday where a month has
  /// no fifth one. Nil where a poll decides.
  package func next(after start: Date, in zone: TimeZone) -> Date? {
    guard let months = self == .monthly ? 1 : self == .quarterly ? 3 : nil else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .weekday, .weekdayOrdinal, .hour, .minute], from: start)
    guard let ordinal = parts.weekdayOrdinal, let month = parts.month else { return nil }
    for candidate in stride(from: ordinal, through: 1, by: -1) {
      var wanted = parts
      wanted.month = month + months
      wanted.weekdayOrdinal = candidate
      let inMonth = DateComponents(year: parts.year, month: month + months, day: 1)
      guard let date = calendar.date(from: wanted), let first = calendar.date(from: inMonth) else { return nil }
      if calendar.isDate(date, equalTo: first, toGranularity: .month) { return date }
    }
    return nil
  }
}
