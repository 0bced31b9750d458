/// A day of the Gregorian calendar, in no zone.
package struct LocalDay: Sendable, Hashable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil if there is no such day; years run from 1900 to 2999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `2026-12-03`, the form in which a date field is sent.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let numbers = Digits.numbers(parts) else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// From days since 1 January 1970. Howard Hinnant's `civil_from_days`: years begin in March, so that the leap day is
  /// their last.
  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int { Self.daysSince1970(year, month, day) }

  /// Hinnant's `days_from_civil`, for any year; a month is 1…12.
  static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year.flooredQuotient(by: 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 0…6 from Sunday.
  package var weekday: Int { Self.weekday(daysSince1970) }

  /// The days from here to another one: 1 from today to tomorrow, whatever the clocks do in between.
  package func days(until other: LocalDay) -> Int {
    other.daysSince1970 - daysSince1970
  }

  /// That many days later, or earlier if negative. Nil beyond the supported years.
  package func adding(days: Int) -> LocalDay? {
    guard (-800_000...800_000).contains(days) else { return nil }
    let other = LocalDay(daysSince1970: daysSince1970 + days)
    return LocalDay(year: other.year, month: other.month, day: other.day)
  }

  /// The form a date field wants: `2026-12-03`.
  package var text: String {
    Digits.text(year, 4) + "-" + Digits.text(month, 2) + "-" + Digits.text(day, 2)
  }

  package static func < (left: LocalDay, right: LocalDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Days of a month, 1…12.
  static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
  }

  /// 0…6 from Sunday; 1 January 1970 was a Thursday.
  static func weekday(_ daysSince1970: Int) -> Int {
    ((daysSince1970 + 4) % 7 + 7) % 7
  }
}
