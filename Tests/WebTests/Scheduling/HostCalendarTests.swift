import Core
import Database
import Foundation
import HTTPTypes
import Testing

@testable import Acts
@testable import HostPages
@testable import House
@testable import Records

/// Parties in their host's own calendar: by subscription, by mail, as a file.
@Suite struct HostCalendarTests {
  @Test("A host's address has all their parties with a date, no guest's name, and is not sent again unchanged")
  func feed() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .invited])
    try await Self.change(table) { ($0.stage, $0.confirmedAt) = (.scheduled, site.now) }
    let off = try await SetTable.set(site, states: [.withdrawn])
    try await Self.change(off) { ($0.stage, $0.substance.topic) = (.cancelled, "Was nicht stattfand") }
    let jonas = try await site.addHost("jonas@example.org")
    let foreign = try await SetTable.set(site, states: [.accepted], host: jonas)
    try await Self.change(foreign) { $0.substance.topic = "Etwas Fremdes" }
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.calendarFeedSettings, [("step", "renew")]).status == 303)
      let path = try #require(try await Self.address(host))
      let feed = try await browser.get(path)
      #expect(feed.status == 200 && feed.headers[.contentType]?.hasPrefix("text/calendar") == true)
      #expect(feed.headers[.cacheControl] == "private, max-age=900")
      let text = feed.text.replacing("\r\n ", with: "")
      #expect(text.components(separatedBy: "BEGIN:VEVENT").count == 3)
      #expect(text.contains("STATUS:CONFIRMED") && text.contains("STATUS:CANCELLED"))
      #expect(text.contains("Eine Zusage für 8 Plätze") && !text.contains("Gast 1 Muster"))
      #expect(!text.contains("Etwas Fremdes") && !text.contains("/g/"))
      var headers = browser.headers
      headers[.ifNoneMatch] = feed.headers[.eTag]
      #expect(try await browser.send(path, .get, headers: headers, body: nil).status == 304)
      try await Self.change(table) { $0.substance.topic = "Ein anderes Thema" }
      let changed = try await browser.send(path, .get, headers: headers, body: nil)
      #expect(changed.status == 200 && changed.contains("Ein anderes Thema"))
    }
  }

  @Test("A new address closes the old one, a revoked one opens nothing, and nobody can guess one")
  func secret() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await Self.address(host) == nil)
      _ = try await host.post(.calendarFeedSettings, [("step", "renew")])
      let first = try #require(try await Self.address(host))
      _ = try await host.post(.calendarFeedSettings, [("step", "renew")])
      let second = try #require(try await Self.address(host))
      #expect(try await browser.get(first).status == 404)
      #expect(try await browser.get(second).status == 200)
      _ = try await host.post(.calendarFeedSettings, [("step", "revoke")])
      #expect(try await browser.get(second).status == 404)
      #expect(try await Self.address(host) == nil)
      _ = try await host.post(.calendarFeedSettings, [("step", "renew")])
      let third = try #require(try await Self.address(host))
      #expect(third != first && third != second)
      #expect(try await host.post(.calendarFeedSettings, [("step", "")]).status == 400)
      for wrong in ["AAAAAAAAAAAAAAAAAAAAAA", "x"] {
        #expect(try await browser.get("/calendar/\(wrong)/parties.ics").status == 404)
      }
      let token = String(third.split(separator: "/")[1])
      let stored = try await site.services.database.read { connection in
        try connection.rows("SELECT token_hash FROM calendar_feed") { try $0.get("token_hash", as: String.self) }
      }
      #expect(stored.count == 1 && !stored.contains(token))
    }
  }

  @Test("A confirmed date reaches the host's calendar by mail, moves and disappears with the party, each once")
  func mailed() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    let steward = Steward(services: site.services)
    try await steward.tick(at: site.now)
    #expect(try await Self.entries(table).isEmpty)
    try await Self.change(table) { ($0.stage, $0.confirmedAt) = (.scheduled, site.now) }
    for _ in 0..<2 { try await steward.tick(at: site.now) }
    try await Self.change(table) { $0.start = $0.start?.addingTimeInterval(3600) }
    for _ in 0..<2 { try await steward.tick(at: site.now) }
    try await Self.change(table) { $0.stage = .cancelled }
    for _ in 0..<2 { try await steward.tick(at: site.now) }
    let entries = try await Self.entries(table)
    #expect(entries.map(\.method) == ["REQUEST", "REQUEST", "CANCEL"])
    #expect(entries.map { $0.sequence ?? -1 } == [0, 1, 2])
    let uids = entries.map { $0.calendar.firstMatch(of: /UID:host-(\S+)/).map { String($0.1) } }
    #expect(Set(uids).count == 1 && uids[0] != nil)
    for entry in entries { #expect(!entry.calendar.contains("Gast 1 Muster") && !entry.text.contains("Gast 1 Muster")) }
  }

  @Test("The entry is available as a file, and another host can't get it")
  func file() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted])
    let stranger = try await site.addHost("jonas@example.org")
    try await site.run { browser in
      let file = try await browser.signedIn().get(.hostEntry(table.party))
      #expect(file.status == 200 && file.contains("METHOD:PUBLISH") && file.contains("STATUS:TENTATIVE"))
      #expect(try await browser.signedIn(as: stranger).get(.hostEntry(table.party)).status == 404)
    }
  }

  private static func change(_ table: SetTable, _ change: @Sendable (inout Party) -> Void) async throws {
    var party = try await table.stored()
    change(&party)
    try await table.site.services.database.write { [party, now = table.site.now] in
      try PartyStore(connection: $0).update(party, at: now)
    }
  }

  /// The path of the address that the settings show.
  private static func address(_ host: Browser) async throws -> String? {
    try await host.get(.settings).text.firstMatch(of: /https?:\/\/[^\/<]+(\/calendar\/[\w-]+\/parties\.ics)/)
      .map { String($0.1) }
  }

  private static func entries(_ table: SetTable) async throws -> [SetTable.SentMail] {
    try await table.site.services.database.read { connection in
      try connection.rows("SELECT * FROM outbox WHERE guest_id IS NULL AND calendar <> '' ORDER BY id") { row in
        SetTable.SentMail(
          key: try row.get("idempotency_key"), kind: try row.get("kind"), state: try row.get("state"),
          method: try row.get("calendar_method"), calendar: try row.get("calendar"), subject: try row.get("subject"),
          text: try row.get("text"))
      }
    }
  }
}
