/// The way a workbook counts days (ECMA-376 Part 1, §18.17.4.1).
enum DateSystem {
  /// Day 1 is 1900-01-01, and 1900 counts as a leap year, as in Lotus 1-2-3.
  case from1900
  /// Day 0 is 1904-01-01, as on old Macintoshes.
  case from1904

  /// The ISO 8601 form of a serial number; nil if it is outside the calendar's range.
  func text(_ serial: Double, as format: NumberFormat) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var seconds = Int((serial * 86_400).rounded())
    let days = seconds / 86_400
    if format == .elapsed { return DateSystem.clock(seconds) }
    seconds %= 86_400
    switch format {
    case .date: return date(days)
    case .time: return days == 0 ? DateSystem.clock(seconds) : dateAndTime(days, seconds)
    case .dateAndTime: return days == 0 ? DateSystem.clock(seconds) : dateAndTime(days, seconds)
    default: return nil
    }
  }

  private func dateAndTime(_ days: Int, _ seconds: Int) -> String? {
    date(days).map { $0 + "T" + DateSystem.clock(seconds) }
  }

  private func date(_ days: Int) -> String? {
    switch self {
    case .from1904: DateSystem.calendarDate(daysSince1970: days - 24_107)
    case .from1900 where days == 0: nil
    case .from1900 where days == 60: "1900-02-29"
    case .from1900: DateSystem.calendarDate(daysSince1970: days - (days < 60 ? 25_568 : 25_569))
    }
  }

  /// Proleptic Gregorian: years are estimated from their mean length and corrected, then months are subtracted.
  private static func calendarDate(daysSince1970: Int) -> String {
    let days = daysSince1970 + 719_162
    var year = days * 400 / 146_097 + 1
    while daysBefore(year: year) > days { year -= 1 }
    while daysBefore(year: year + 1) <= days { year += 1 }
    var day = days - daysBefore(year: year)
    let isLeap = daysBefore(year: year + 1) - daysBefore(year: year) == 366
    var month = 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while day >= lengths[month] {
      day -= lengths[month]
      month += 1
    }
    return [year, month + 1, day + 1].map(twoDigits).joined(separator: "-")
  }

  /// Days from 0001-01-01 to 1 January of the year.
  private static func daysBefore(year: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
