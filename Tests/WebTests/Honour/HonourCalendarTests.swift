import Core
import Database
import Foundation
import SystemZones
import TestKit
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite struct HonourCalendarTests {
  @Test(
    "Whatever happens, no entry, mail or link of a guest of honour shows a time beyond their slot", arguments: 0..<6)
  func slotOnly(seed: UInt64) async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      var chance = SeededGenerator(seed: seed)
      let host = try await browser.signedIn()
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      var sequence = -1
      for _ in 0..<8 {
        try await Self.change(&chance, scene, host, browser)
        let honour = try #require(try await scene.honour())
        let party = try await scene.stored()
        let slot = try #require(honour.slot(at: party.start))
        try await Self.checkPage(scene, browser, slot, party)
        let mails = try await scene.mails().filter { !$0.calendar.isEmpty }
        let sequences = mails.compactMap { Self.sequence($0.calendar) }
        #expect(sequences == sequences.sorted() && Set(sequences).count == sequences.count)
        #expect(Set(mails.compactMap { Self.line("UID", $0.calendar) }).count == 1)
        for mail in mails { #expect(Self.minutes(mail.calendar) ?? 0 <= 120) }
        if let last = mails.last, last.calendarMethod == "REQUEST" {
          #expect(Self.start(last.calendar, SystemZones.standard.zones[party.zone]) == slot.startsAt.date)
          #expect(Self.minutes(last.calendar) == honour.minutes)
          #expect((Self.sequence(last.calendar) ?? 0) >= sequence)
          sequence = Self.sequence(last.calendar) ?? sequence
        }
      }
    }
  }

  @Test("A delay changes no entry; it counts up to an hour, and can be undone")
  func lateness() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      let early = try await browser.post(.lateness(scene.token), [("late", "more")])
      #expect(early.status == 409 && early.contains("in der letzten Stunde"))
      #expect(!(try await browser.get(.personal(scene.token)).contains("value=\"more\"")))
      try await scene.comeNear()
      #expect(try await browser.get(.personal(scene.token)).contains("value=\"more\""))
      let before = try await scene.mails().count
      for expected in [10, 20, 30, 40, 50, 60, 60] {
        _ = try await browser.post(.lateness(scene.token), [("late", "more")])
        #expect(try await scene.honour()?.lateMinutes == expected)
      }
      #expect(try await scene.seat()?.slot.lateMinutes == 60)
      _ = try await browser.post(.lateness(scene.token), [("late", "none")])
      #expect(try await scene.honour()?.lateMinutes == 0)
      #expect(try await scene.mails().count == before)
    }
  }

  @Test("A cancelled party takes the entry back, under the same UID")
  func cancelled() async throws {
    let scene = try await HonourScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      _ = try await browser.post(.reply(scene.token), [("answer", "yes")])
      #expect(try await host.post(.cancellation(scene.party), [("reason", "")]).status == 303)
      let last = try #require(try await scene.mails().last)
      #expect(last.calendarMethod == "CANCEL" && Self.line("UID", last.calendar) == scene.guest.description)
    }
  }

  private static func change(
    _ chance: inout SeededGenerator, _ scene: HonourScene, _ host: Browser, _ guest: Browser
  ) async throws {
    switch Int.random(in: 0..<4, using: &chance) {
    case 0:
      let begins = Int.random(in: 0...8, using: &chance) * 5
      let fields = [
        ("part", "speaker"), ("begins", "\(begins)"), ("minutes", "\(5 * Int.random(in: 1...4, using: &chance))"),
      ]
      _ = try await host.post(.honourSlot(scene.party), fields)
    case 1:
      let day = 10 + Int.random(in: 0..<18, using: &chance)
      _ = try await host.post(.confirmation(scene.party), [("date", "2027-03-\(day)"), ("time", "18:30")])
    case 2:
      let answer = ["yes", "no", "perhaps"].randomElement(using: &chance) ?? "yes"
      _ = try await guest.post(.reply(scene.token), [("answer", answer)])
    default: _ = try await guest.post(.lateness(scene.token), [("late", "more")])
    }
  }

  /// Checks the page, its file and its links to other calendars.
  private static func checkPage(
    _ scene: HonourScene, _ browser: Browser, _ slot: HonourSlot, _ party: Party
  ) async throws {
    let page = try await browser.get(.personal(scene.token))
    #expect(page.status == 200)
    let allowed = [slot.startsAt.date, slot.startsAt.adding(seconds: slot.minutes * 60).date].map {
      LocalTime.machineText($0).replacing("-", with: "").replacing(":", with: "")
    }
    for match in page.text.matches(of: /dates=(\d+T\d+Z)(?:\/|%2F)(\d+T\d+Z)/) {
      #expect([String(match.1), String(match.2)] == allowed)
    }
    for match in page.text.matches(of: /(startdt|enddt)=([^&"]+)/) {
      let time = (String(match.2).removingPercentEncoding ?? "").replacing("-", with: "").replacing(":", with: "")
      #expect(allowed.contains(time), "\(match.0)")
    }
    let file = try await browser.get(.calendar(scene.token))
    guard file.status == 200 else { return }
    #expect(
      start(file.text, SystemZones.standard.zones[party.zone]) == slot.startsAt.date
        && minutes(file.text) == slot.minutes)
  }

  private static func line(_ name: String, _ calendar: String) -> String? {
    calendar.split(whereSeparator: \.isNewline).first { $0.hasPrefix("\(name):") || $0.hasPrefix("\(name);") }
      .flatMap { $0.split(separator: ":", maxSplits: 1).last.map(String.init) }
  }

  private static func sequence(_ calendar: String) -> Int? { line("SEQUENCE", calendar).flatMap { Int($0) } }

  /// DTSTART of the event, which follows those of the time zone.
  private static func start(_ calendar: String, _ zone: Zone) -> Date? { time("DTSTART", calendar, zone) }

  private static func minutes(_ calendar: String) -> Int? {
    let zone = Zone.utc
    guard let from = time("DTSTART", calendar, zone), let until = time("DTEND", calendar, zone) else { return nil }
    return Int(until.timeIntervalSince(from) / 60)
  }

  private static func time(_ name: String, _ calendar: String, _ zone: Zone) -> Date? {
    guard let event = calendar.range(of: "BEGIN:VEVENT") else { return nil }
    guard let text = line(name, String(calendar[event.lowerBound...])) else { return nil }
    let digits = text.filter(\.isNumber).map(String.init)
    guard digits.count == 14, digits[12...] == ["0", "0"] else { return nil }
    func part(_ range: Range<Int>) -> String { digits[range].joined() }
    return try? LocalTime(
      date: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))", time: "\(part(8..<10)):\(part(10..<12))",
      zone: text.hasSuffix("Z") ? "UTC" : zone.identifier, in: SystemZones.standard.zones
    ).instant
  }
}
