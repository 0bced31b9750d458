import Core
import Database
import Foundation
import Mail
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

@Suite("Law, made easy")
struct PrivacyTests {
  private func log(_ site: TestSite) async throws -> [ErasureLogStore.Entry] {
    try await site.services.database.read { try ErasureLogStore(connection: $0).entries(limit: 10) }
  }

  @Test("Erasures are counted by day and reason, without saying who was erased")
  func erasures() async throws {
    let site = try await TestSite()
    let people = try await Bookshelf(site: site).add(Bookshelf.coaches).people
    try await site.run { browser in
      let host = try await browser.signedIn()
      for person in people.prefix(2) { _ = try await host.post(.personErasure(person), [("confirmed", "yes")]) }
    }
    #expect(try await log(site) == [.init(day: "2026-11-23", reason: .host, people: 2)])
    site.advance(days: 100)
    for _ in 1...110 {
      site.advance(days: 0.5)
      try await Retention(services: site.services).look()
    }
    let entries = try await log(site)
    #expect(entries.filter { $0.reason == .schedule }.map(\.people).reduce(0, +) == 5)
    #expect(entries.allSatisfy { $0.day.count == 10 })
  }

  @Test("A removed host's people are counted as well")
  func removal() async throws {
    let site = try await TestSite()
    let other = try await site.addHost("jonas.wirth@example.net")
    _ = try await Bookshelf(site: site).add(Bookshelf.coaches, to: other)
    try await site.services.removeHost(other.email)
    #expect(try await log(site) == [.init(day: "2026-11-23", reason: .removal, people: 7)])
  }

  @Test("A host sees who will be erased, and from when; nobody of another host's is among them")
  func leaving() async throws {
    let site = try await TestSite()
    let other = try await site.addHost("jonas.wirth@example.net")
    _ = try await Bookshelf(site: site).add(Bookshelf.coaches)
    _ = try await Bookshelf(site: site).add([.init(name: "Ole Brandt")], to: other, named: "Ostkongress")
    try await site.run { browser in
      #expect(try await browser.signedIn().get(.leaving).contains("Zurzeit niemand"))
      var looks = 0
      var rows = 0
      while rows == 0 && looks < 300 {
        site.advance(days: 0.5)
        try await Retention(services: site.services).look()
        rows = try await site.services.database.read { try $0.count("SELECT count(*) AS n FROM erasure_sighting") }
        looks += 1
      }
      let page = try await browser.signedIn().get(.leaving)
      #expect(page.contains("7 Personen werden gelöscht") && page.contains("Anna Berg") && !page.contains("Ole Brandt"))
    }
  }

  @Test("The record of processing reflects the settings")
  func record() async throws {
    let site = try await TestSite { settings in
      settings.smtp = SMTPSettings(host: "mail.example.net")
      settings.organisation.name = "Verein für Supervision"
      settings.retentionDays = 45
      settings.backups = Settings.Backups(folder: URL(filePath: "/nowhere"), hours: 12, kept: 14)
    }
    try await site.services.database.write { try HostRightStore(connection: $0).set(true, site.host.id) }
    try await site.run { browser in
      let page = try await browser.signedIn().get(.operationRecord)
      for words in ["Verein für Supervision", "mail.example.net", "nach 45 Tagen", "höchstens 7 Tage"] {
        #expect(page.contains(words), "\(words)")
      }
    }
  }

  @Test("A host can hand a person all their data as a file; another host's person can't be queried")
  func access() async throws {
    let site = try await TestSite()
    let people = try await Bookshelf(site: site).add([
      .init(name: "Anna Berg", email: "anna@example.org", topics: ["Zwitschern"])
    ])
    .people
    let stranger = try await site.addHost("jonas.wirth@example.net")
    try await site.run { browser in
      let file = try await browser.signedIn().post(.personAccess(people[0]))
      #expect(file.status == 200 && file.headers[.contentDisposition]?.contains("access.json") == true)
      for words in ["Anna Berg", "anna@example.org", "Zwitschern", "Teilnehmende", "left_out"] {
        #expect(file.contains(words), "\(words)")
      }
      #expect(try await browser.signedIn(as: stranger).post(.personAccess(people[0])).status == 404)
    }
    let all = String(decoding: try await site.services.subjectFile(about: "ANNA@example.org"), as: UTF8.self)
    #expect(all.contains(site.host.email) && all.contains("Zwitschern"))
    let none = String(decoding: try await site.services.subjectFile(about: "nobody@example.org"), as: UTF8.self)
    #expect(none.contains("\"held_by\" : [\n\n  ]") || none.contains("\"held_by\" : []"))
  }
}
