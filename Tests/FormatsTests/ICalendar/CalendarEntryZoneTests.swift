import Core
import Foundation
import SystemZones
import Testing

@testable import Formats

@Suite("The zone of a calendar entry")
struct CalendarEntryZoneTests {
  static let zones = [
    "UTC", "Etc/UTC", "Etc/GMT+3", "Europe/Berlin", "Europe/Dublin", "Europe/London", "Europe/Kiev", "America/New_York",
    "America/Sao_Paulo", "America/St_Johns", "America/Caracas", "America/Santiago", "Asia/Kolkata", "Asia/Kathmandu",
    "Asia/Tehran", "Asia/Gaza", "Asia/Jerusalem", "Asia/Almaty", "Africa/Casablanca", "Africa/Cairo", "Africa/Nairobi",
    "Australia/Lord_Howe", "Australia/Adelaide", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati",
    "Antarctica/Troll", "US/Pacific", "Asia/Calcutta",
  ]

  @Test("A reader that knows nothing but the file finds the moment meant", arguments: zones)
  func saysTheMoment(zone: String) throws {
    for start in Self.moments(in: zone) {
      let text = try CalendarEntry.sample(start: start, zone: zone).text()
      let parsed = try #require(ParsedEntry(text))
      #expect(parsed.isValid)
      #expect(parsed.start == start, "\(zone) \(start)")
      #expect(parsed.end == start.addingTimeInterval(90 * 60), "\(zone) \(start)")
    }
  }

  @Test("Every zone known to the system can be written")
  func knowsAll() throws {
    for zone in SystemZones.standard.zones.catalogue.offered {
      let start = Date.utc(2026, 11, 5, 18)
      #expect(try ParsedEntry(CalendarEntry.sample(start: start, zone: zone).text())?.start == start, "\(zone)")
    }
  }

  @Test("A zone with yearly rules becomes two rules, under its own name")
  func isBrief() throws {
    let text = try CalendarEntry.sample().text()
    #expect(text.contains("TZID:Europe/Berlin\r\n"))
    #expect(text.contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"))
    #expect(text.ranges(of: "BEGIN:STANDARD").count == 1)
    #expect(text.ranges(of: "BEGIN:DAYLIGHT").count == 1)
    #expect(text.contains("DTSTART;TZID=Europe/Berlin:20260921T190000"))
  }

  @Test("UTC needs no zone")
  func isPlain() throws {
    let text = try CalendarEntry.sample(zone: "UTC").text()
    #expect(!text.contains("VTIMEZONE"))
    #expect(text.contains("DTSTART:20260921T170000Z"))
  }

  @Test("The hour that comes twice is disambiguated")
  func tellsPassesApart() throws {
    let first = try CalendarEntry.sample(start: .utc(2026, 10, 25, 0, 30), minutes: 15).text()
    let second = try CalendarEntry.sample(start: .utc(2026, 10, 25, 1, 30), minutes: 15).text()
    #expect(first.contains("DTSTART:20261025T003000Z"))
    #expect(second.contains("DTSTART:20261025T013000Z"))
    let after = try CalendarEntry.sample(start: .utc(2026, 10, 25, 2), minutes: 15).text()
    #expect(after.contains("DTSTART;TZID=Europe/Berlin:20261025T030000"))
  }

  @Test("Python's icalendar and the system's zones agree", .enabled(if: PythonCheck.isAvailable))
  func passesPython() throws {
    var files: [String: [UInt8]] = [:]
    for zone in Self.zones {
      for (number, start) in Self.moments(in: zone, every: 97).enumerated() {
        let method = CalendarEntry.Method.allCases[number % 3]
        let name = "\(zone.replacing("/", with: "-"))-\(number).ics"
        files[name] = Array(try CalendarEntry.sample(method, start: start, zone: zone).text().utf8)
      }
    }
    let complaint = try PythonCheck(script: "calendar_check.py").complaint(about: files)
    #expect(complaint == nil)
  }

  /// Moments of two years, and those around each change of the clocks.
  private static func moments(in zone: String, every days: Int = 41) -> [Date] {
    let (first, last) = (Date.utc(2026, 1, 3, 17, 30), Date.utc(2028, 1, 1))
    var moments = stride(from: 0, to: 730, by: days).map { first.addingTimeInterval(Double($0) * 86_400) }
    let rules = try? SystemZones.standard.readRules(zone)
    for change in rules?.changes(after: Int(first.timeIntervalSince1970), through: Int(last.timeIntervalSince1970))
      ?? []
    {
      let moment = Date(timeIntervalSince1970: Double(change.moment))
      moments += [-7200, -1800, 0, 1800, 3600, 7200].map { moment.addingTimeInterval($0) }
    }
    return moments
  }
}
