import Foundation
import TestKit
import Testing

@testable import Formats

/// Busy times, read from calendars the way servers deliver them.
@Suite struct BusyReaderTests {
  /// From 1 to 31 December 2026; the owner's clocks are an hour ahead of UTC.
  private static func times(_ events: String, limits: BusyLimits = BusyLimits()) throws -> [String] {
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\n\(zone)\(events)END:VCALENDAR\n".replacing("\n", with: "\r\n")
    let reader = BusyReader(in: day(1)..<day(31), limits: limits) { $0 - 3600 }
    return try reader.times(Data(text.utf8)).map { "\(Self.text($0.lowerBound))-\(Self.text($0.upperBound))" }
  }

  private static func day(_ day: Int) -> Date { Date(timeIntervalSince1970: 1_796_083_200 + Double(day - 1) * 86_400) }

  /// The day of December, and its minutes.
  private static func text(_ date: Date) -> String {
    let minutes = Int(date.timeIntervalSince(day(1)) / 60)
    let (day, minute) = (minutes / 1440 + 1, minutes % 1440)
    return "\(day).\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
  }

  private static let zone = """
    BEGIN:VTIMEZONE
    TZID:Somewhere
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0200
    TZNAME:SWT
    END:STANDARD
    END:VTIMEZONE

    """

  @Test("Times that a server worked out count where they are not called free, up to an end or for a duration")
  func workedOut() throws {
    let busy = "FREEBUSY:20261203T170000Z/20261203T180000Z,20261204T080000Z/PT90M\n"
    let others = "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261205T100000Z/PT30M\nFREEBUSY;FBTYPE=FREE:20261206T000000Z/P1D\n"
    let wrong = "FREEBUSY:20261207T100000Z/20261207T090000Z\nFREEBUSY:20251203T170000Z/PT1H\n"
    let text = "BEGIN:VFREEBUSY\nDTSTAMP:20261201T000000Z\n\(busy)\(others)\(wrong)END:VFREEBUSY\n"
    #expect(try Self.times(text) == ["3.17:00-3.18:00", "4.8:00-4.9:30", "5.10:00-5.10:30"])
  }

  private static func event(_ lines: String...) -> String {
    (["BEGIN:VEVENT", "UID:a@example.org", "SUMMARY:Streng geheim"] + lines + ["END:VEVENT", ""]).joined(
      separator: "\n")
  }

  @Test("Events in UTC, in a zone of the file, without a zone and on whole days are busy at their moments")
  func kinds() throws {
    let utc = Self.event("DTSTART:20261203T180000Z", "DTEND:20261203T190000Z")
    let zoned = Self.event("DTSTART;TZID=Somewhere:20261204T180000", "DURATION:PT90M")
    let local = Self.event("DTSTART:20261205T180000", "DTEND:20261205T183000")
    let day = Self.event("DTSTART;VALUE=DATE:20261208", "DTEND;VALUE=DATE:20261209")
    #expect(
      try Self.times(utc + zoned + local + day) == [
        "3.18:00-3.19:00", "4.16:00-4.17:30", "5.17:00-5.17:30", "7.23:00-8.23:00",
      ])
  }

  @Test("A weekly event recurs except where left out; a moved occurrence counts where it is now")
  func recurring() throws {
    let rule = Self.event(
      "DTSTART;TZID=Somewhere:20261001T100000", "DTEND;TZID=Somewhere:20261001T110000", "RRULE:FREQ=WEEKLY;BYDAY=TH",
      "EXDATE;TZID=Somewhere:20261210T100000")
    let moved = Self.event(
      "RECURRENCE-ID;TZID=Somewhere:20261217T100000", "DTSTART;TZID=Somewhere:20261218T120000",
      "DTEND;TZID=Somewhere:20261218T130000")
    let cancelled = Self.event(
      "RECURRENCE-ID;TZID=Somewhere:20261224T100000", "DTSTART;TZID=Somewhere:20261224T100000",
      "DTEND;TZID=Somewhere:20261224T110000", "STATUS:CANCELLED")
    #expect(try Self.times(rule + moved + cancelled) == ["3.8:00-3.9:00", "18.10:00-18.11:00"])
  }

  @Test("Cancelled events, and those that leave their owner free, are not busy; touching times are joined")
  func free() throws {
    let off = Self.event("DTSTART:20261203T180000Z", "DTEND:20261203T190000Z", "STATUS:CANCELLED")
    let transparent = Self.event("DTSTART:20261203T180000Z", "DTEND:20261203T190000Z", "TRANSP:TRANSPARENT")
    let one = Self.event("DTSTART:20261205T180000Z", "DTEND:20261205T190000Z")
    let next = Self.event("DTSTART:20261205T190000Z", "DTEND:20261205T193000Z")
    let before = Self.event("DTSTART:20261103T180000Z", "DTEND:20261103T190000Z")
    #expect(try Self.times(off + transparent + one + next + before) == ["5.18:00-5.19:30"])
  }

  @Test("A page is no calendar; too many bytes or events are refused, and an endless rule costs no time")
  func bounds() throws {
    let reader = BusyReader(in: Self.day(1)..<Self.day(31)) { $0 }
    #expect(throws: Problem("busy.problem.notACalendar")) { try reader.times(Data("<html>".utf8)) }
    #expect(throws: Problem("busy.problem.notACalendar")) { try reader.times(Data()) }
    var limits = BusyLimits()
    limits.events = 2
    let event = Self.event("DTSTART:20261203T180000Z", "DTEND:20261203T190000Z")
    #expect(throws: Problem("busy.problem.tooLarge")) {
      try Self.times(String(repeating: event, count: 3), limits: limits)
    }
    limits.bytes = 10
    #expect(throws: Problem("busy.problem.tooLarge")) { try Self.times(event, limits: limits) }
    let endless = [
      "RRULE:FREQ=SECONDLY", "RRULE:FREQ=MINUTELY;INTERVAL=1",
      "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11;BYSECOND=0,1,2",
    ]
    let events = endless.map { Self.event("DTSTART:19700101T000000Z", "DURATION:PT1S", $0) }
    var areFree: [Bool] = []
    let taken = try processorTime { areFree = try events.map { try Self.times($0).isEmpty } }
    #expect(areFree == endless.map { _ in true })
    #expect(taken < .seconds(5))
  }

  @Test(
    "An event with more dates left out or added, or more rules, than anybody has is refused before it is followed",
    arguments: ["EXDATE:19600102T000000Z", "RDATE:20261203T000000Z", "RRULE:FREQ=DAILY;COUNT=3"])
  func bloated(line: String) throws {
    let lines = String(repeating: line + "\n", count: 50_000)
    let event = Self.event("DTSTART:19700102T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYHOUR=1,2,3", lines)
    let taken = processorTime {
      #expect(throws: Problem("busy.problem.tooLarge")) { try Self.times(event) }
    }
    #expect(taken < .seconds(5))
  }

  @Test("Whatever a file holds, it is read or refused", arguments: 1...300)
  func mutated(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, below)
    }
    let event = Self.event(
      "DTSTART;TZID=Somewhere:20261001T100000", "DTEND;TZID=Somewhere:20261001T110000",
      "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=30", "EXDATE;TZID=Somewhere:20261210T100000", "RDATE:20261211T100000Z")
    var bytes = Array("BEGIN:VCALENDAR\r\n\(Self.zone)\(event)END:VCALENDAR\r\n".utf8)
    for _ in 0..<(1 + next(8)) {
      let place = next(bytes.count)
      switch next(3) {
      case 0: bytes[place] = UInt8(next(256))
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + next(12)))
      default: bytes.insert(contentsOf: bytes[0..<min(bytes.count, next(60))], at: place)
      }
    }
    let reader = BusyReader(in: Self.day(1)..<Self.day(31)) { $0 }
    let times = (try? reader.times(Data(bytes))) ?? []
    #expect(times.allSatisfy { $0.overlaps(Self.day(1)..<Self.day(31)) })
  }
}
