import Core
import Foundation
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

/// The party of `SetTable` begins on 3 December 2026 at 15:00 in Berlin.
@Suite struct GuestZoneTests {
  @Test("A guest who chose London reads London's time in page, subject and letter, with the host's beside it")
  func london() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .accepted])
    try await site.run { browser in
      _ = try await browser.post(.zone(table.token(0)), [("zone", "Europe/London")])
      _ = try await browser.signedIn().post(.confirmation(table.party))
      let (london, berlin) = (try await table.mails(0)[0], try await table.mails(1)[0])
      #expect(london.subject == "Der Termin steht: Donnerstag, 3. Dezember 2026, 14:00 Uhr (London)")
      #expect(Self.unwrapped(london.text).contains("14:00 Uhr (London; in Berlin 15:00 Uhr)"))
      #expect(berlin.subject == "Der Termin steht: Donnerstag, 3. Dezember 2026, 15:00 Uhr (Berlin)")
      #expect(!berlin.text.contains("; in Berlin"))
      let page = try await browser.get(.personal(table.token(0)))
      #expect(page.contains(">14:00</time>") && page.contains(">London</span>"))
      #expect(page.contains("In Berlin ist dann Donnerstag, 3. Dezember, 15:00\u{A0}Uhr."))
      let lobby = try await browser.get(.floor(table.token(0)))
      #expect(lobby.contains("14:00\u{A0}Uhr (London; in Berlin 15:00\u{A0}Uhr)"))
    }
  }

  @Test("Somebody who is asked for a set date reads it in their own zone, and the answer remembers that")
  func invited() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.invited])
    try await site.run { browser in
      let page = try await browser.get(.personal(table.token(0)))
      #expect(
        page.text.ranges(of: "<select").count { page.text[$0.lowerBound...].prefix(80).contains("data-zone") } == 1)
      #expect(page.contains("name=\"zone\" data-zone data-guess"))
      _ = try await browser.post(.reply(table.token(0)), [("answer", "yes"), ("zone", "America/New_York")])
      #expect(try await table.guest(0).guest.zone == "America/New_York")
      #expect(try await browser.get(.personal(table.token(0))).contains(">09:00</time>"))
    }
  }

  @Test("A moved date is given in the guest's zone, and so is the old one")
  func moved() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    try await site.run { browser in
      _ = try await browser.post(.zone(table.token(0)), [("zone", "Asia/Tokyo")])
      let host = try await browser.signedIn()
      _ = try await host.post(.confirmation(table.party))
      _ = try await host.post(.confirmation(table.party), [("date", "2026-12-20"), ("time", "19:15")])
      let change = try #require(try await table.mails(0).last)
      #expect(change.subject == "Neuer Termin: Montag, 21. Dezember 2026, 03:15 Uhr (Tokio)")
      let text = Self.unwrapped(change.text)
      #expect(text.contains("03:15 Uhr (Tokio; in Berlin Sonntag, 20. Dezember, 19:15 Uhr)"))
      #expect(text.contains("23:00 Uhr (Tokio; in Berlin 15:00 Uhr)"))
      #expect(
        try await browser.get(.personal(table.token(0))).contains("23:00\u{A0}Uhr (Tokio; in Berlin 15:00\u{A0}Uhr)"))
    }
  }

  @Test("A stored zone is always selected, under its current name, even if the list doesn't offer it")
  func selects() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    try await site.run { browser in
      for (stored, shown) in [
        ("Europe/Kiev", "Europe/Kyiv"), ("Asia/Calcutta", "Asia/Kolkata"),
        ("America/Indianapolis", "America/Indiana/Indianapolis"),
        ("Africa/Asmera", "Africa/Asmara"), ("Etc/GMT+3", "Etc/GMT+3"), ("UTC", "UTC"),
      ] {
        try await site.services.database.write {
          try $0.execute("UPDATE guest SET zone = \(stored) WHERE id = \(table.guests[0])")
        }
        let page = try await browser.get(.personal(table.token(0))).text
        let select = try #require(page.firstMatch(of: /(?s)<select[^>]*name="zone".*?<\/select>/)).output
        let chosen = select.matches(of: /<option value="([^"]*)" selected/).map { String($0.1) }
        #expect(chosen == [shown], "\(stored)")
        #expect(page.ranges(of: "<option value=\"\(shown)\"").count == 1)
      }
      #expect(try await browser.post(.zone(table.token(0)), [("zone", "Europe/Kiev")]).status == 303)
      #expect(try await table.guest(0).guest.zone == "Europe/Kyiv")
      let page = try await browser.get(.personal(table.token(0)))
      #expect(page.contains(">Kyjiw</option>") && !page.contains("Kiev"))
      #expect(page.contains(">Wien</option>") && page.contains(">Rom</option>") && !page.contains(">Vienna<"))
    }
  }

  @Test("An answer remembers the zone in which it was given, and an invalid zone changes nothing")
  func answers() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site)
    try await site.run { browser in
      _ = try await browser.post(.reply(table.token(0)), [("answer", "yes"), ("zone", "America/New_York")])
      #expect(try await table.guest(0).guest.zone == "America/New_York")
      #expect(try await table.mails(0).first?.subject.contains("09:00 Uhr (New York)") == true)
      for zone in ["", "CEST", "../../etc/passwd", "Europe/Berlin/x", String(repeating: "A", count: 9000)] {
        _ = try await browser.post(.reply(table.token(0)), [("answer", "yes"), ("zone", zone)])
      }
      #expect(try await table.guest(0).guest.zone == "America/New_York")
    }
  }

  @Test("The page can be requested in another zone, even by an old name; only a form remembers it")
  func asked() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    try await site.run { browser in
      _ = try await browser.signedIn().post(.confirmation(table.party))
      let page = Path.personal(table.token(0))
      for (zone, time) in [
        ("America/New_York", "09:00"), ("Asia/Calcutta", "19:30"), ("Mars/Olympus", "15:00"), ("", "15:00"),
      ] {
        #expect(try await browser.get(page.query([("zone", zone)])).contains(">\(time)</time>"), "\(zone)")
      }
      #expect(try await table.guest(0).guest.zone.isEmpty)
    }
  }

  @Test("The last day to answer is given in the guest's zone")
  func deadline() async throws {
    let site = try await TestSite()
    let deadline = try LocalTime(date: "2026-11-27", time: "23:59", zone: "Europe/Berlin", in: site.services.zones)
      .instant
    func text(_ zone: String) -> String {
      site.services.phrases(.german, zones: [zone]).until(deadline, host: site.services.zones["Europe/Berlin"])
    }
    #expect(text("Europe/Vienna") == "Freitag, 27. November")
    #expect(text("America/New_York") == "Freitag, 27. November, 17:59\u{A0}Uhr (New York)")
    #expect(text("Asia/Tokyo") == "Samstag, 28. November, 07:59\u{A0}Uhr (Tokio)")
  }

  @Test("The host opens the door, and past the time the page says that it isn't open yet")
  func door() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    try await site.run { browser in
      _ = try await browser.signedIn().post(.confirmation(table.party))
      let before = try await browser.get(.personal(table.token(0)))
      #expect(before.contains("\(site.host.name) öffnet die Tür zur verabredeten Zeit."))
      site.advance(seconds: 10 * 86_400 + 60)
      let after = try await browser.get(.personal(table.token(0)))
      #expect(after.contains("\(site.host.name) hat die Tür noch nicht geöffnet"))
      #expect(!after.contains("öffnet die Tür zur verabredeten Zeit"))
    }
  }

  @Test("A screen reader gets days and times in words")
  func spoken() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted], slots: [5, 6])
    try await site.run { browser in
      let page = try await browser.get(.personal(table.token(0))).text
      #expect(page.contains(">15 Uhr</time> bis <time"))
      #expect(page.contains("data-zoned=\"plain\">Samstag, 28. November</time>"))
    }
    let t = site.services.phrases(.german, zones: ["Europe/Berlin"])
    let node = t.said { $0.dayAndClock(Date(timeIntervalSince1970: 1_796_319_000)) }
    #expect("\(node)".contains("18 Uhr 30") && "\(node)".contains("18:30\u{A0}Uhr"))
  }

  @Test("A host's does too: in a list of choices, and for a guest of honour's slot")
  func spokenToHosts() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .invited], slots: [5, 6])
    try await site.run { browser in
      let page = try await browser.signedIn().get(.date(table.party)).text
      let options = page.matches(of: /<option[^>]*>[^<]*<\/option>/).map { String($0.0) }.filter { $0.contains("Uhr") }
      #expect(!options.isEmpty)
      for option in options {
        #expect(option.contains(/\d:\d\d/) && option.contains(/aria-label="[^"]*\d Uhr/), "\(option)")
        #expect(!option.contains(/aria-label="[^"]*\d:\d\d/), "\(option)")
      }
    }
    let honour = try await HonourScene()
    try await honour.site.run { browser in
      let page = try await browser.signedIn().get(.honour(honour.party)).text
      #expect(page.contains(/visually-hidden">[A-Z][a-z]+, \d+\. [A-Z][a-zä]+( \d{4})?, \d+ Uhr( \d+)? bis \d+ Uhr/))
      #expect(page.contains(/visually-hidden">Das ist um \d+ Uhr/), "the hint beside the field, too")
    }
  }

  @Test("Yesterday is the day before today, even where a day begins at one o'clock")
  func yesterday() async throws {
    let site = try await TestSite()
    // In Cairo the clocks go forward on 24 April 2026, from 00:00 to 01:00.
    let t = site.services.phrases(.german, zones: ["Africa/Cairo"])
    func time(_ date: String, _ clock: String) throws -> Date {
      try LocalTime(date: date, time: clock, zone: "Africa/Cairo", in: site.services.zones).instant
    }
    #expect(t.ago(try time("2026-04-23", "23:59"), now: try time("2026-04-24", "01:00")) == t("time.sinceYesterday"))
    #expect(t.ago(try time("2026-04-24", "23:00"), now: try time("2026-04-25", "00:30")) == t("time.sinceYesterday"))
    #expect(
      t.ago(try time("2026-04-23", "20:00"), now: try time("2026-04-25", "00:10")) == t.count("time.sinceDays", 2))
    #expect(t.ago(try time("2026-04-24", "01:00"), now: try time("2026-04-24", "23:59")) == t("time.sinceToday"))
  }

  private static func unwrapped(_ text: String) -> String {
    text.replacing(/\s+/, with: " ")
  }
}
