import Core
import Foundation
import SystemZones

@testable import Formats

extension CalendarEntry {
  /// An entry with everything that needs care: umlauts, marks to escape, quotes, long lines, several lines.
  static func sample(
    _ method: Method = .request, start: Date = .utc(2026, 9, 21, 17), minutes: Int = 90, zone: String = "Europe/Berlin"
  ) -> CalendarEntry {
    CalendarEntry(
      method: method, uid: "0192f-7@example.org", sequence: 2, stamp: .utc(2026, 8, 1, 9), start: start,
      minutes: minutes, zone: .system(zone, around: start), summary: "Straßenbahn, übermorgen; und \"jetzt\" \\ gleich",
      description: "Erste Zeile\r\nZweite: ja, nein; vielleicht\n" + String(repeating: "Größe 🍸 ", count: 60) + "Ende",
      location: "https://example.org/g/k3v9", url: "https://example.org/g/k3v9",
      organiser: Correspondent(name: "Müller, Jörg: \"IT\"", address: "joerg@example.com"),
      attendee: Correspondent(name: "Žofie Ångström", address: "zofie@example.net"), alarmMinutes: 30, language: "de")
  }
}

extension CalendarZone {
  /// The zone the program makes from the system's rules.
  static func system(_ name: String, around time: Date) -> CalendarZone {
    guard let rules = try? SystemZones.standard.readRules(name) else { return .utc }
    let start = Int(time.timeIntervalSince1970) - window.before
    let changes = rules.changes(after: start, through: Int(time.timeIntervalSince1970) + window.after)
    let first = rules.period(at: start)
    return CalendarZone(
      name, since: start, offset: first.offset, isDaylight: first.isDaylight,
      changes: changes.map {
        Change(moment: $0.moment, from: $0.before.offset, to: $0.after.offset, isDaylight: $0.after.isDaylight)
      })
  }
}

extension Date {
  static func utc(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = DateComponents(year: year, month: month, day: day, hour: hour, minute: minute)
    return calendar.date(from: parts) ?? .distantPast
  }
}
