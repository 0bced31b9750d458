import Core
import Database
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

@Suite("People without an address, and people who were there")
struct UnaddressedTests {
  private let programme = """
    {"count": 2, "results": [
      {"code": "ABCDEF", "name": "Anna Adler", "biography": "x", "mastodon": "@anna@example.social", "submissions": []},
      {"code": "ABCDEG", "name": "Bea Bär", "biography": "x", "submissions": []}]}
    """

  @Test("A programme without addresses is reported with advice, and its people's pages are kept")
  func preview() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.upload(programme, name: "speakers.json").location)
      await host.work()
      let page = try await host.get(path)
      #expect(page.contains("Die Liste nennt bei keinem der 2 Menschen eine E-Mail-Adresse."))
      #expect(page.contains("Bei 1 davon steht, wo man sie sonst findet."))
      _ = try await host.post(path + "/confirmation")
      await host.work()
      let anna = try await host.person("Anna Adler")
      #expect(anna.record.links == ["https://example.social/@anna"])
      let person = try await host.get(Path.person(anna.id))
      #expect(person.contains("href=\"https://example.social/@anna\"") && person.contains(">@anna@example.social</a>"))
      #expect(try await host.get(Path.peopleCSV).contains("https://example.social/@anna"))

      let edited = [("name", "Anna Adler"), ("links", "adler.example\nhttps://github.com/adler")]
      #expect(try await host.post(Path.person(anna.id), edited).status == 303)
      #expect(
        try await host.person("Anna Adler").record.links == ["https://adler.example", "https://github.com/adler"])
      let wrong = try await host.post(Path.person(anna.id), [("name", "Anna Adler"), ("links", "javascript:alert(1)")])
      #expect(wrong.status == 422 && wrong.contains("ist keine Adresse im Web"))
    }
  }

  @Test("An address from a later list joins the programme's person")
  func addressLater() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(programme, name: "speakers.json")
      try await host.bring("Name;E-Mail\nAnna Adler;anna@example.org\n", name: "b.csv")
      let record = try await host.person("Anna Adler").record
      #expect(record.email == "anna@example.org" && record.links == ["https://example.social/@anna"])
      #expect(try await host.people().count == 2)
    }
  }

  @Test(
    "A letter to somebody without an address is offered short, with the page where they are found, and marked as sent")
  func shortLetter() async throws {
    let people = [Bookshelf.Somebody(name: "Anna Berg", email: ""), .init(name: "Bruno Kern")]
    let scene = try await WaveScene(people: people)
    let anna = try await scene.guest("Anna Berg")
    try await scene.site.change(
      "UPDATE person SET links = 'https://www.linkedin.com/in/berg' WHERE id = \(anna.guest.person)")
    let ids = Set(try await scene.guests().map(\.guest.id))
    try await scene.step { waves, facts in try waves.write(to: ids, by: .hand, facts) }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(Path.waves(scene.party))
      #expect(page.contains("href=\"https://www.linkedin.com/in/berg\"") && page.contains("Kurze Nachricht kopieren"))
      let mail = try #require(try await scene.mails().first { $0.guest == anna.guest.id })
      let text = try #require(
        page.text.components(separatedBy: "id=\"short-\(mail.id)\"").last?.components(separatedBy: "</pre>")[0])
      #expect(text.count < 400 && text.contains("/g/"))
      #expect(page.text.components(separatedBy: "Kurze Nachricht kopieren").count == 2)
      #expect(try await host.post(Path.outboxSent(scene.party, mail.id)).status == 303)
      #expect(!(try await host.get(Path.waves(scene.party)).contains("Kurze Nachricht kopieren")))
    }
  }

  @Test("A letter for another way becomes mail once an address is found and the host says so, not by itself")
  func addressFound() async throws {
    let people = [Bookshelf.Somebody(name: "Anna Berg", email: ""), .init(name: "Bruno Kern")]
    let scene = try await WaveScene(people: people, hold: 10)
    let anna = try await scene.guest("Anna Berg")
    let ids = Set(try await scene.guests().map(\.guest.id))
    try await scene.step { waves, facts in try waves.write(to: ids, by: .hand, facts) }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let mail = try #require(try await scene.mails().first { $0.guest == anna.guest.id })
      #expect(try await !host.get(Path.waves(scene.party)).contains("/instead"))
      #expect(try await host.post(.outboxInstead(scene.party, mail.id)).status == 409, "there is no address yet")
      let known = [("name", "Anna Berg"), ("email", "anna.berg@example.org")]
      _ = try await host.post(Path.person(anna.guest.person), known)
      let transport = FakeTransport()
      try await scene.drain(transport)
      #expect(await transport.accepted.isEmpty)
      let page = try await host.get(Path.waves(scene.party))
      #expect(page.contains("Inzwischen ist eine Adresse von Anna Berg bekannt: anna.berg@example.org."))
      for _ in 0..<2 { _ = try await host.post(.outboxInstead(scene.party, mail.id)) }
      #expect(try await scene.states()["Anna Berg"] == .invited)
      try await scene.drain(transport)
      #expect(await transport.accepted.isEmpty, "for ten seconds it can be stopped")
      scene.site.advance(seconds: 10)
      try await scene.drain(transport)
      #expect(await transport.accepted.map(\.recipient) == ["anna.berg@example.org"])
      #expect(try await scene.mails().count { $0.kind == .letter } == 2)
    }
  }

  @Test("The proposal marks whom nobody can write to")
  func proposal() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    var people = Bookshelf.coaches
    people[0].email = ""
    _ = try await shelf.add(people)
    let party = try await shelf.addParty { $0.seats = 4 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(Path.choosing(party.id)).text
      let panel = try #require(
        page.components(separatedBy: "id=\"proposal\"").last?.components(separatedBy: "</section>")[0])
      #expect(panel.contains("Anna Berg") && panel.contains("ohne E-Mail-Adresse"))
    }
  }

  @Test("People a list calls checked in can be chosen from separately")
  func wereThere() async throws {
    let site = try await TestSite()
    let list =
      "Name;E-Mail;Status\nAnna Adler;anna@example.org;Checked in\nBea Bär;bea@example.org;Registered\nCarl Cremer;c@example.org;Checked in\n"
    let party = try await Bookshelf(site: site).addParty()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let page = try await host.get(Path.choosing(party.id).query([("list", "all")]))
      #expect(page.contains("Erfurt: war da (2)"))
      let id: String = try #require(
        try await site.services.database.read { try $0.row("SELECT id FROM people_list")?.get("id") })
      let there = try await host.get(Path.choosing(party.id).query([("list", "\(id)-there")]))
      #expect(there.contains("Anna Adler") && there.contains("Carl Cremer") && !there.contains("Bea Bär"))
      #expect(try await host.get(Path.choosing(party.id).query([("list", id)])).contains("Bea Bär"))
    }
  }

  @Test("What is said later is offered short, too: that the date moved, and that the party is cancelled")
  func shortNews() async throws {
    let people = [Bookshelf.Somebody(name: "Anna Berg", email: ""), .init(name: "Bruno Kern")]
    let scene = try await WaveScene(people: people) { party in
      (party.dateKind, party.start) = (.fixed, TestSite.start.addingTimeInterval(20 * 86_400))
    }
    let anna = try await scene.guest("Anna Berg").guest.id
    let ids = Set(try await scene.guests().map(\.guest.id))
    try await scene.step { waves, facts in try waves.write(to: ids, by: .hand, facts) }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let waiting = try await scene.mails().filter { $0.state == .byHand }
      _ = try await host.post(.outboxAllSent(scene.party), waiting.map { ("mail", $0.id.description) })
      _ = try await browser.post(.reply(scene.services.personalToken(anna, number: 1)), [("answer", "yes")])
      func short() async throws -> String {
        let mail = try #require(try await scene.mails().last { $0.guest == anna && $0.state == .byHand })
        let page = try await host.get(Path.waves(scene.party)).text
        return try #require(
          page.components(separatedBy: "id=\"short-\(mail.id)\"").last?.components(separatedBy: "</pre>")[0])
      }
      _ = try await host.post(.confirmation(scene.party), [("date", "2026-12-20"), ("time", "19:15")])
      let changed = try await short()
      #expect(changed.contains("20. Dezember") && changed.contains("/g/"), "\(changed)")
      _ = try await host.post(.cancellation(scene.party), [("reason", "")])
      let cancelled = try await short()
      #expect(cancelled.contains("nicht statt"), "\(cancelled)")
    }
  }
}
