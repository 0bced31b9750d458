import Foundation

/// A time zone: its IANA name, and the time its clocks show at any instant. The rules come from a `Zones` and stay as
/// they were when it was asked.
package struct Zone: Sendable, Hashable {
  /// Such as `Europe/Berlin`, or `UTC`.
  package let identifier: String
  package let rules: ZoneRules

  package init(identifier: String, rules: ZoneRules) {
    (self.identifier, self.rules) = (identifier, rules)
  }

  package static let utc = Zone(identifier: "UTC", rules: ZoneRules(fixed: 0))

  /// Seconds east of UTC.
  package func offset(at instant: Date) -> Int {
    rules.period(at: instant.wholeSeconds).offset
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(identifier)
  }
}

extension Date {
  /// Seconds since 1970 without the fraction, rounded down. Times more than thirty million years away, and values that
  /// are no time at all, become the nearest that can still be calculated with.
  package var wholeSeconds: Int {
    let seconds = timeIntervalSince1970
    return seconds.isNaN ? 0 : Int(min(max(seconds.rounded(.down), -1e15), 1e15))
  }

  package init(wholeSeconds: Int) {
    self.init(timeIntervalSince1970: Double(wholeSeconds))
  }
}
