import CIcal
import Foundation

/// The clock changes of a zone in the years around an event, and the VTIMEZONE that states them (RFC 5545 §3.6.5).
///
/// They come from the same source as every other local time in the program. libical's own zones have three
/// peculiarities that calendar programs stumble over: recurrence dates in UTC, summer time listed below winter time,
/// and a private prefix.
package struct CalendarZone: Sendable, Equatable {
  package struct Change: Sendable, Equatable {
    /// Seconds since 1970.
    package let moment: Int
    /// Seconds east of UTC, before and after.
    package let from: Int
    package let to: Int
    /// True if summer time begins with it.
    package let isDaylight: Bool

    package init(moment: Int, from: Int, to: Int, isDaylight: Bool) {
      (self.moment, self.from, self.to, self.isDaylight) = (moment, from, to, isDaylight)
    }

    /// The clock's reading just before the change, as if it were UTC.
    var onset: Int { moment + from }
  }

  /// The IANA name, such as `Europe/Berlin`.
  package let identifier: String
  private let changes: [Change]
  /// The offset before the first change, or always.
  private let initial: Change

  /// The time before and after an event for which changes are listed, in seconds: enough for three changes of each
  /// kind, from which a yearly rule can be recognised.
  package static let window = (before: 400 * 86_400, after: 800 * 86_400)

  /// - Parameters:
  ///   - start: the time from which the changes are listed, in seconds since 1970.
  ///   - offset: the offset at that moment, in seconds east of UTC.
  ///   - isDaylight: true if it is summer time then.
  ///   - changes: in chronological order.
  package init(_ identifier: String, since start: Int, offset: Int, isDaylight: Bool, changes: [Change]) {
    (self.identifier, self.changes) = (identifier, changes)
    initial = Change(
      moment: changes.isEmpty ? 0 : start, from: offset, to: offset, isDaylight: isDaylight && !changes.isEmpty)
  }

  package static let utc = CalendarZone("UTC", since: 0, offset: 0, isDaylight: false, changes: [])

  var isUTC: Bool {
    ["UTC", "GMT", "UCT", "Zulu", "Universal"].contains(identifier.replacing("Etc/", with: ""))
  }

  var hasUsableName: Bool {
    (1...64).contains(identifier.utf8.count)
      && identifier.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789/_+-".unicodeScalars.contains($0))
      }
  }

  func localSeconds(of date: Date) -> Int {
    let seconds = date.wholeSeconds
    return seconds + (changes.last { $0.moment <= seconds }?.to ?? initial.to)
  }

  /// True if clocks show the local time of `date` twice, because they are put back.
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

  /// Two yearly rules if the changes follow such rules; otherwise each change separately.
  private func observances() -> [CalendarEntryObservance] {
    let kinds = Dictionary(grouping: changes, by: \.to).values.sorted { $0[0].moment < $1[0].moment }
    let rules = kinds.compactMap { CalendarEntryRule(onsets: $0.map(\.onset))?.text }
    if kinds.count == 2, rules.count == 2 {
      return zip(kinds, rules).map { observance($0[0], rule: $1) }
    }
    return ([initial] + changes).map { observance($0, rule: nil) }
  }

  private func observance(_ change: Change, rule: String?) -> CalendarEntryObservance {
    CalendarEntryObservance(change: change, isDaylight: change.isDaylight, rule: rule)
  }
}
