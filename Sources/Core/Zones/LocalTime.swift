import Foundation

/// A time as people agree on it: "3 December 2026, 18:30 in Berlin". It stays 18:30 in Berlin when the party moves to
/// another day or the rules for summer time change; `instant` follows.
///
/// In the hour skipped when clocks go forward there is no such time: reading one fails. In the hour that comes twice
/// when they go back, the first one is meant. Minutes are the unit; there are no seconds.
package struct LocalTime: Sendable, Hashable {
  package let day: LocalDay
  /// 0…23.
  package let hour: Int
  /// 0…59.
  package let minute: Int
  package let zone: Zone

  /// Names of the form fields that a local time is read from.
  package struct Fields: Sendable {
    package let date: String
    package let time: String
    package let zone: String

    package init(date: String = "date", time: String = "time", zone: String = "zone") {
      (self.date, self.time, self.zone) = (date, time, zone)
    }
  }

  /// Reads `2026-12-03`, `18:30` (or `18.30`, or `18:30:00`, as some browsers send) and `Europe/Berlin`.
  /// - Parameter zones: the source of the zone's rules.
  /// - Throws: a problem that names the field that cannot be read, or the time field for a time that the clocks skip.
  package init(
    date: String, time: String, zone: String, fields: Fields = Fields(), in zones: Zones
  ) throws(FieldProblem) {
    guard let zone = zones.zone(zone) else {
      throw FieldProblem(field: fields.zone, message: Message("time.problem.zone", ["value": zone]))
    }
    guard let day = LocalDay(date.trimmingCharacters(in: .whitespaces)) else {
      throw FieldProblem(field: fields.date, message: Message("time.problem.date", ["value": date]))
    }
    guard let clock = Self.clock(time.trimmingCharacters(in: .whitespaces)) else {
      throw FieldProblem(field: fields.time, message: Message("time.problem.time", ["value": time]))
    }
    guard let local = Self(day: day, hour: clock.hour, minute: clock.minute, zone: zone) else {
      let arguments = ["date": day.text, "time": time, "zone": zone.identifier]
      throw FieldProblem(field: fields.time, message: Message("time.problem.skipped", arguments))
    }
    self = local
  }

  /// Nil for an hour or minute out of range, and for a time that the zone's clocks skip on that day.
  package init?(day: LocalDay, hour: Int, minute: Int, zone: Zone) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.init(unchecked: day, hour, minute, zone)
    if instants.isEmpty { return nil }
  }

  /// Nil for a text that is no time of day, and for a time that the zone's clocks skip on that day.
  package init?(day: LocalDay, clock text: String, zone: Zone) {
    guard let clock = Self.clock(text) else { return nil }
    self.init(day: day, hour: clock.hour, minute: clock.minute, zone: zone)
  }

  /// Accepts even a time that the clocks skip.
  init(unchecked day: LocalDay, _ hour: Int, _ minute: Int, _ zone: Zone) {
    (self.day, self.hour, self.minute, self.zone) = (day, hour, minute, zone)
  }

  /// The time the clocks of `zone` show at `instant`; seconds are dropped.
  package init(_ instant: Date, in zone: Zone) {
    let minutes = (instant.wholeSeconds + zone.offset(at: instant)).flooredQuotient(by: 60)
    let minuteOfDay = (minutes % 1440 + 1440) % 1440
    day = LocalDay(daysSince1970: (minutes - minuteOfDay) / 1440)
    (hour, minute) = (minuteOfDay / 60, minuteOfDay % 60)
    self.zone = zone
  }

  /// The first instant at which the zone's clocks show this time. If the rules have since changed so that they skip it,
  /// the instant at which they would have shown it without going forward.
  package var instant: Date {
    instants.first ?? Date(wholeSeconds: naiveSeconds - offsetTheDayBefore)
  }

  /// The same time of day in the same place on another day. Nil if the clocks skip it there.
  package func moved(to day: LocalDay) -> LocalTime? {
    LocalTime(day: day, hour: hour, minute: minute, zone: zone)
  }

  /// The last minute of the day: somebody who reads "until Friday" may answer on Friday evening.
  package var endOfDay: LocalTime { LocalTime(unchecked: day, 23, 59, zone) }

  /// True if a text is a time of day as a form's time field sends it.
  package static func isClock(_ text: String) -> Bool { clock(text) != nil }

  /// The form a time field wants: `18:30`.
  package var clockText: String { Digits.text(hour, 2) + ":" + Digits.text(minute, 2) }

  /// Every instant at which the zone's clocks show this time: none, one, or two.
  private var instants: [Date] {
    let candidates = [offsetTheDayBefore, offsetTheDayAfter].map { Date(wholeSeconds: naiveSeconds - $0) }
    return candidates.filter { naiveSeconds - zone.offset(at: $0) == $0.wholeSeconds }.sorted()
  }

  /// Seconds since 1970, if the zone were UTC.
  private var naiveSeconds: Int { day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 }

  private var offsetTheDayBefore: Int {
    zone.offset(at: Date(wholeSeconds: naiveSeconds - 86_400))
  }

  private var offsetTheDayAfter: Int {
    zone.offset(at: Date(wholeSeconds: naiveSeconds + 86_400))
  }

  /// `18:30` from what somebody typed: `18.30`, `9:05`; nil if it is no time.
  package static func clockText(typed text: String) -> String? {
    clock(text.trimmingCharacters(in: .whitespaces)).map { "\(Digits.text($0.hour, 2)):\(Digits.text($0.minute, 2))" }
  }

  private static func clock(_ text: String) -> (hour: Int, minute: Int)? {
    let parts = text.replacing(".", with: ":").split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 }), let numbers = Digits.numbers(parts),
      numbers[0] < 24, numbers[1] < 60
    else { return nil }
    return (numbers[0], numbers[1])
  }
}
