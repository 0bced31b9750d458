import CIcal
import Foundation

/// The clock changes of a zone in the years around an event, and the VTIMEZONE that says them (RFC 5545 §3.6.5).
///
/// They come from the same source as every other local time in the program. libical's own zones differ in three ways that
/// calendar programs stumble over: dates of a recurrence in UTC, summer time below winter time, and a private prefix.
struct CalendarEntryZone {
  struct Change: Equatable {
    /// Seconds since 1970.
    let moment: Int
    /// Seconds east of UTC, before and after.
    let from: Int
    let to: Int

    /// What a clock showed when it was changed, as if it were UTC.
    var onset: Int { moment + from }
  }

  let identifier: String
  private let zone: TimeZone
  private let changes: [Change]
  private let windowStart: Int

  /// - Throws: `calendar.problem.unknownZone`.
  init(_ identifier: String, around date: Date) throws(Problem) {
    guard Self.looksLikeName(identifier), let zone = TimeZone(identifier: identifier) else {
      throw Problem("calendar.problem.unknownZone", ["value": identifier])
    }
    self.identifier = identifier
    self.zone = zone
    windowStart = date.wholeSeconds - 400 * Self.day
    changes = Self.changes(of: zone, from: windowStart, until: date.wholeSeconds + 800 * Self.day)
  }

  var isUTC: Bool {
    ["UTC", "GMT", "UCT", "Zulu", "Universal"].contains(identifier.replacing("Etc/", with: ""))
  }

  func localSeconds(of date: Date) -> Int {
    date.wholeSeconds + zone.secondsFromGMT(for: date)
  }

  /// Whether clocks show the local time of `date` twice, because they are put back.
  func isAmbiguous(_ date: Date) -> Bool {
    changes.contains { abs(2 * (date.wholeSeconds - $0.moment) + 1) < 2 * ($0.from - $0.to) }
  }

  /// The VTIMEZONE. The caller owns it.
  func component() -> OpaquePointer? {
    let component = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT)
    icalcomponent_add_property(component, icalproperty_new_tzid(identifier))
    for observance in observances() { icalcomponent_add_component(component, observance.component()) }
    return component
  }

  /// Two yearly rules where the changes follow such; else each change by itself.
  private func observances() -> [CalendarEntryObservance] {
    let kinds = Dictionary(grouping: changes, by: \.to).values.sorted { $0[0].moment < $1[0].moment }
    let rules = kinds.compactMap { CalendarEntryRule(onsets: $0.map(\.onset))?.text }
    if kinds.count == 2, rules.count == 2 {
      return zip(kinds, rules).map { observance($0[0], rule: $1) }
    }
    return [initial] + changes.map { observance($0, rule: nil) }
  }

  /// What held before the first change, or always.
  private var initial: CalendarEntryObservance {
    let moment = changes.isEmpty ? 0 : windowStart
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(windowStart)))
    return observance(Change(moment: moment, from: offset, to: offset), rule: nil)
  }

  private func observance(_ change: Change, rule: String?) -> CalendarEntryObservance {
    let isDaylight = zone.isDaylightSavingTime(for: Date(timeIntervalSince1970: Double(change.moment)))
    return CalendarEntryObservance(change: change, isDaylight: isDaylight && !changes.isEmpty, rule: rule)
  }

  private static let day = 86_400

  private static func looksLikeName(_ identifier: String) -> Bool {
    identifier.utf8.count <= 64
      && identifier.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789/_+-".unicodeScalars.contains($0))
      }
  }

  /// Looks at every sixth day, and between two that differ for the second of the change.
  private static func changes(of zone: TimeZone, from first: Int, until last: Int) -> [Change] {
    func offset(_ moment: Int) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))) }
    var changes: [Change] = []
    for sample in stride(from: first, to: last, by: 6 * day) {
      let (from, to) = (offset(sample), offset(sample + 6 * day))
      guard from != to else { continue }
      var (low, high) = (sample, sample + 6 * day)
      while high - low > 1 {
        let middle = (low + high) / 2
        if offset(middle) == from { low = middle } else { high = middle }
      }
      changes.append(Change(moment: high, from: from, to: to))
    }
    return changes
  }
}
