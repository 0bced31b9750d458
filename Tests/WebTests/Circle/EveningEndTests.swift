import Core
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

@Suite("An evening ends automatically")
struct EveningEndTests {
  @Test("An evening nobody opened is over an hour after its time, with no summary and a question to its host")
  func neverOpened() async throws {
    let scene = try await FloorScene { $0.smtp = SMTPSettings(host: "mail.example.net") }
    try await tick(scene, after: 3 * 3600 - 1)
    #expect(try await stage(scene) == .scheduled)
    try await tick(scene, after: 1)
    #expect(try await stage(scene) == .ended)
    #expect(try await scene.count("SELECT count(*) AS n FROM outbox WHERE kind = 'summary'") == 0)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(.evening(scene.party))
      #expect(page.contains("Hat nicht stattgefunden") && page.contains("href=\"/parties/new\""))
      #expect(!page.contains("Noch wird abgestimmt") && !page.contains("action=\"/circles\""), "nobody was there")
      #expect(try await host.get(.party(scene.party)).contains("Es war niemand da."))
      #expect(try await host.post(.noShow(scene.party)).status == 303)
      #expect(try await host.post(.noShow(scene.party)).status == 303)
      #expect(try await host.get(.party(scene.party)).contains("Neuen Termin setzen"))
    }
    #expect(try await stage(scene) == .cancelled)
  }

  @Test("A party that did not take place can get another date: its guests are told, and the doors open again")
  func anew() async throws {
    let scene = try await FloorScene()
    let host = await Visitor(.host, at: try await scene.floor()).enter()
    await host.ask(.doors(state: .open))
    await host.ask(.end)
    try await scene.site.run { browser in
      let page = try await browser.signedIn()
      scene.site.advance(days: 1)
      #expect(try await page.post(.noShow(scene.party)).status == 303)
      #expect(try await page.get(.date(scene.party)).contains("name=\"date\""))
      let past = [("date", "2020-03-04"), ("time", "18:30")]
      #expect(try await page.post(.confirmation(scene.party), past).status == 422)
      let next = [("date", "2031-03-04"), ("time", "18:30")]
      #expect(try await page.post(.confirmation(scene.party), next).status == 303)
      let party = try await scene.services.database.read { [id = scene.party] in
        try PartyStore(connection: $0).party(id)
      }
      #expect(party.stage == .scheduled && !party.isMissed && party.start.map { $0 > scene.site.now } == true)
      let told = try await scene.count("SELECT count(DISTINCT guest_id) AS n FROM outbox WHERE calendar <> ''")
      #expect(told == 4)
      scene.site.advance(seconds: (party.start ?? scene.site.now).timeIntervalSince(scene.site.now))
      let (again, guests) = try await inside(scene)
      #expect(await again.floor.shown.doors == .open && guests.allSatisfy { $0.socket.refusals.isEmpty })
    }
  }

  @Test("An evening that took place at its second date has its summaries, and programs hear of its end")
  func summaryAfterAll() async throws {
    let scene = try await FloorScene { $0.smtp = SMTPSettings(host: "mail.example.net") }
    try await tick(scene, after: 3 * 3600)
    try await scene.site.run { browser in
      let page = try await browser.signedIn()
      #expect(try await page.post(.noShow(scene.party)).status == 303)
      let next = [("date", "2026-12-20"), ("time", "18:30")]
      #expect(try await page.post(.confirmation(scene.party), next).status == 303)
    }
    let start = try #require(try await scene.shelf.party(scene.party).start)
    scene.site.advance(seconds: start.timeIntervalSince(scene.site.now))
    let (host, guests) = try await inside(scene)
    for visitor in guests + [host] {
      await visitor.ask(.leave)
      await visitor.leave()
    }
    #expect(try await scene.count("SELECT end_told AS n FROM party") == 0)
    try await tick(scene, after: 3 * 3600)
    #expect(try await stage(scene) == .ended)
    #expect(try await scene.count("SELECT count(*) AS n FROM outbox WHERE kind = 'summary'") == guests.count)
  }

  @Test("An evening that was opened and never begun ends, and its guests get their summary")
  func neverBegun() async throws {
    let scene = try await FloorScene { $0.smtp = SMTPSettings(host: "mail.example.net") }
    let (host, guests) = try await inside(scene)
    for visitor in guests + [host] {
      await visitor.ask(.leave)
      await visitor.leave()
    }
    try await tick(scene, after: 3 * 3600)
    #expect(try await stage(scene) == .ended)
    #expect(try await scene.count("SELECT count(*) AS n FROM outbox WHERE kind = 'summary'") == guests.count)
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.noShow(scene.party)).status == 409)
    }
  }

  @Test("Days ahead, doors don't open and nothing ends")
  func early() async throws {
    let scene = try await FloorScene()
    try await scene.services.database.write { [now = scene.site.now] connection in
      let store = PartyStore(connection: connection)
      var party = try store.party(scene.party)
      party.start = now.addingTimeInterval(3 * 86_400)
      try store.update(party, at: now)
    }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.doors(scene.party), [("state", "open")]).status == 409)
      #expect(try await host.post(.farewell(scene.party)).status == 409)
      #expect(!(try await host.get(.programme(scene.party))).contains("value=\"open\""))
      #expect(try await host.post(.noShow(scene.party)).status == 409)
    }
    #expect(try await stage(scene) == .scheduled)
  }

  @Test("A fixed date that nobody ever accepted passes, and does not stay open for ever")
  func nobodySaidYes() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.invited, .declined])
    site.advance(days: 11)
    try await EveningEnd(services: site.services).tick(at: site.now)
    let party = try await table.stored()
    #expect(party.stage == .cancelled && party.isMissed)
  }

  private func tick(_ scene: FloorScene, after seconds: Double) async throws {
    scene.site.advance(seconds: seconds)
    try await EveningEnd(services: scene.services).tick(at: scene.site.now)
    try await Afterglow(services: scene.services).tick(at: scene.site.now)
  }

  private func stage(_ scene: FloorScene) async throws -> PartyStage {
    try await scene.services.database.read { try PartyStore(connection: $0).party(scene.party).stage }
  }
}
