/// The clocks' behaviour after the last listed change: the TZ string of a TZif footer (RFC 9636 §3.3.1), such as
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneFooter: Sendable, Hashable {
  let standard: ZoneRules.Period
  /// Nil if clocks are no longer changed.
  let summer: Summer?

  struct Summer: Sendable, Hashable {
    let period: ZoneRules.Period
    /// In standard time.
    let start: ZoneFooterDay
    /// In summer time.
    let end: ZoneFooterDay
  }

  func period(at seconds: Int) -> ZoneRules.Period {
    guard let summer else { return standard }
    let year = LocalDay(daysSince1970: (seconds + standard.offset).flooredQuotient(by: 86_400)).year
    let latest = (year - 1...year + 1).flatMap { changes(in: $0, summer) }.last { $0.moment <= seconds }
    return latest?.period ?? standard
  }

  /// Moments after `start` and up to `end` at which clocks are changed, in order. Looks at no more than 400 years.
  func moments(after start: Int, through end: Int) -> [Int] {
    guard let summer, start < end else { return [] }
    let first = LocalDay(daysSince1970: start.flooredQuotient(by: 86_400)).year
    let last = min(LocalDay(daysSince1970: end.flooredQuotient(by: 86_400)).year, first + 400)
    return (first - 1...last + 1).flatMap { changes(in: $0, summer) }.map(\.moment).filter { $0 > start && $0 <= end }
  }

  /// Both changes of a year in order. If one summer ends at the moment the next begins, it never ends: the beginning
  /// comes last (RFC 9636 §3.3.1, "all year").
  private func changes(in year: Int, _ summer: Summer) -> [(moment: Int, period: ZoneRules.Period)] {
    let start = summer.start.seconds(in: year) - standard.offset
    let end = summer.end.seconds(in: year) - summer.period.offset
    return start < end ? [(start, summer.period), (end, standard)] : [(end, standard), (start, summer.period)]
  }
}

/// A day of each year and a time on it, such as "03:00 on the last Sunday in October".
struct ZoneFooterDay: Sendable, Hashable {
  enum Day: Sendable, Hashable {
    /// 1…365; 29 February isn't counted, so 60 is always 1 March.
    case julian(Int)
    /// 0…365; 29 February is counted.
    case ordinal(Int)
    /// Month 1…12, week 1…5 (5 is the last), weekday 0…6 from Sunday.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  let day: Day
  /// Seconds after midnight, −167 to 167 hours.
  let time: Int

  /// Seconds from 1970 to this moment, as if clocks showed UTC.
  func seconds(in year: Int) -> Int {
    let january = LocalDay.daysSince1970(year, 1, 1)
    let days =
      switch day {
      case .julian(let number): january + number - 1 + (LocalDay.isLeap(year) && number >= 60 ? 1 : 0)
      case .ordinal(let number): january + number
      case .weekday(let month, let week, let weekday): Self.days(year, month, week, weekday)
      }
    return days * 86_400 + time
  }

  private static func days(_ year: Int, _ month: Int, _ week: Int, _ weekday: Int) -> Int {
    let first = LocalDay.daysSince1970(year, month, 1)
    let ahead = (weekday - LocalDay.weekday(first) + 7) % 7
    let day = ahead + 7 * (week - 1)
    return first + (day < LocalDay.length(of: month, in: year) ? day : day - 7)
  }
}

extension Int {
  func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
