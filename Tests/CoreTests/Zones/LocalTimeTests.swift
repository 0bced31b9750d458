import Foundation
import SystemZones
import TestKit
import Testing

@testable import Core

@Suite("Local times")
struct LocalTimeTests {
  @Test(
    "A form's date and time are an instant",
    arguments: [
      ("2026-12-03", "18:30", "Europe/Berlin", "2026-12-03T17:30:00Z"),
      ("2026-07-03", "18:30", "Europe/Berlin", "2026-07-03T16:30:00Z"),
      ("2026-07-03", "18:30:00", "Asia/Kolkata", "2026-07-03T13:00:00Z"),
      ("2028-02-29", "00:00", "America/New_York", "2028-02-29T05:00:00Z"),
      ("2026-12-31", "23:59", "Pacific/Kiritimati", "2026-12-31T09:59:00Z"),
      (" 2026-01-01 ", " 00:00 ", "UTC", "2026-01-01T00:00:00Z"),
    ])
  func instants(_ date: String, _ time: String, _ zone: String, _ expected: String) throws {
    let local = try LocalTime(date: date, time: time, zone: zone, in: .system)
    #expect(local.instant.ISO8601Format() == expected)
    #expect(LocalTime(local.instant, in: local.zone) == local)
  }

  @Test(
    "What cannot be read names its field",
    arguments: [
      ("2026-02-29", "18:30", "Europe/Berlin", "date", "time.problem.date"),
      ("3.12.2026", "18:30", "Europe/Berlin", "date", "time.problem.date"),
      ("٢٠٢٦-12-03", "18:30", "Europe/Berlin", "date", "time.problem.date"),
      ("2026-13-01", "18:30", "Europe/Berlin", "date", "time.problem.date"),
      ("", "18:30", "Europe/Berlin", "date", "time.problem.date"),
      ("2026-12-03", "24:00", "Europe/Berlin", "time", "time.problem.time"),
      ("2026-12-03", "18:60", "Europe/Berlin", "time", "time.problem.time"),
      ("2026-12-03", "6:3", "Europe/Berlin", "time", "time.problem.time"),
      ("2026-12-03", "-1:30", "Europe/Berlin", "time", "time.problem.time"),
      ("2026-12-03", "", "Europe/Berlin", "time", "time.problem.time"),
      ("2026-12-03", "18:30", "Europe/Nowhere", "zone", "time.problem.zone"),
      ("2026-12-03", "18:30", "../../etc/passwd", "zone", "time.problem.zone"),
      ("2026-12-03", "18:30", "CEST", "zone", "time.problem.zone"),
      ("2026-03-29", "02:30", "Europe/Berlin", "time", "time.problem.skipped"),
      ("2026-03-08", "02:00", "America/New_York", "time", "time.problem.skipped"),
    ])
  func problems(_ date: String, _ time: String, _ zone: String, _ field: String, _ key: String) {
    let problem = #expect(throws: FieldProblem.self) { try LocalTime(date: date, time: time, zone: zone, in: .system) }
    #expect(problem?.field == field)
    #expect(problem?.message.key == key)
  }

  @Test("The field is named as in the form")
  func fieldNames() {
    let fields = LocalTime.Fields(date: "slot-2-date", time: "slot-2-time", zone: "zone")
    let problem = #expect(throws: FieldProblem.self) {
      try LocalTime(date: "2026-12-03", time: "x", zone: "Europe/Berlin", fields: fields, in: .system)
    }
    #expect(problem?.field == "slot-2-time")
  }

  @Test(
    "Around the skipped hour times are what they say; of an hour that comes twice, the first is meant",
    arguments: [
      ("2026-03-29", "01:59", "Europe/Berlin", "2026-03-29T00:59:00Z"),
      ("2026-03-29", "03:00", "Europe/Berlin", "2026-03-29T01:00:00Z"),
      ("2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"),
      ("2026-10-25", "03:00", "Europe/Berlin", "2026-10-25T02:00:00Z"),
      ("2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00Z"),
      ("2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z"),
    ])
  func changeOfClocks(_ date: String, _ time: String, _ zone: String, _ expected: String) throws {
    #expect(try LocalTime(date: date, time: time, zone: zone, in: .system).instant.ISO8601Format() == expected)
  }

  @Test("A move to another day keeps the local time, even across a change of clocks")
  func moves() throws {
    let autumn = try LocalTime(date: "2026-10-22", time: "18:30", zone: "Europe/Berlin", in: .system)
    let nextWeek = try #require(LocalDay("2026-10-29"))
    let later = try #require(autumn.moved(to: nextWeek))
    #expect(later.clockText == "18:30")
    #expect(later.instant.timeIntervalSince(autumn.instant) == (7 * 24 + 1) * 3600)
    let night = try LocalTime(date: "2026-03-28", time: "02:30", zone: "Europe/Berlin", in: .system)
    let changeOfClocks = try #require(LocalDay("2026-03-29"))
    #expect(night.moved(to: changeOfClocks) == nil)
  }

  @Test("Every instant has a local time that shows it, everywhere")
  func roundTrip() {
    var generator = SeededGenerator(seed: 41)
    let zones = Zones.system.catalogue.offered.sorted().compactMap(Zones.system.zone)
    for zone in zones {
      let minute = Int.random(in: 23_000_000..<40_000_000, using: &generator)
      let instant = Date(timeIntervalSince1970: Double(minute * 60))
      let local = LocalTime(instant, in: zone)
      let isSecondOfTwo = local.instant < instant
      #expect(local.instant == instant || isSecondOfTwo, "\(zone.identifier) \(instant)")
      #expect(LocalTime(local.instant, in: zone) == local)
    }
  }
}
