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

@Suite("Forms of address")
struct MannerTests {
  @Test("Frau, Herr and a list's language appear in letters, and the guest's page is in that language")
  func fromTheList() async throws {
    let scene = try await WaveScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let (anna, bruno) = (try await scene.guest("Anna Berg"), try await scene.guest("Bruno Kern"))
      try await scene.set(Manner(honorific: .ms, language: .english), of: anna)
      try await scene.set(Manner(honorific: .mr), of: bruno)
      try await scene.sendNext()
      let mails = try await scene.mails()
      let toAnna = try #require(mails.first { $0.guest == anna.guest.id })
      #expect(toAnna.text.hasPrefix("Dear Ms Berg,") && toAnna.html.contains("lang=\"en\""))
      let toBruno = try #require(mails.first { $0.guest == bruno.guest.id })
      #expect(toBruno.text.hasPrefix("Guten Tag Herr Kern,"))
      let page = try await browser.get(scene.services.links(for: anna.guest).personalPath)
      #expect(page.contains("<html lang=\"en\""))
      #expect(try await browser.get(scene.services.links(for: bruno.guest).personalPath).contains("<html lang=\"de\""))
      #expect(try await host.get(.outboxMail(scene.party, toAnna.id)).contains("lang=\"en\""))
    }
  }

  @Test("The host may choose otherwise for each letter; an ordinary letter follows the person")
  func onTheLetter() async throws {
    let scene = try await WaveScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let anna = try await scene.guest("Anna Berg")
      let path = Path.letter(scene.party, anna.guest.id)
      #expect(try await host.get(path).contains("wie sonst: Deutsch, Sie"))
      _ = try await host.post(path, [("form", "en"), ("sentence", "I liked your talk.")])
      let page = try await host.get(path)
      #expect(page.contains("Dear Anna Berg,") && page.contains("in einer anderen Sprache"))
      _ = try await host.post(path, [("form", ""), ("sentence", "I liked your talk.")])
      #expect(try await host.get(path).contains("Guten Tag Anna Berg,"))
      let person = Path.person(anna.guest.person)
      let fields = [("name", "Anna Berg"), ("honorific", "ms"), ("language", "en")]
      #expect(try await host.post(person, fields).status == 303)
      #expect(try await host.get(path).contains("Dear Ms Berg,"))
      #expect(try await host.get(person).contains("<option value=\"ms\" selected"))
    }
  }

  @Test("An unknown form of address changes nothing")
  func unknown() async throws {
    let scene = try await WaveScene()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let anna = try await scene.guest("Anna Berg")
      let path = Path.letter(scene.party, anna.guest.id)
      _ = try await host.post(path, [("form", "thou")])
      #expect(try await scene.guest("Anna Berg").guest.letterForm == nil)
      _ = try await host.post(
        .person(anna.guest.person), [("name", "Anna Berg"), ("honorific", "duke"), ("language", "xx")])
      #expect(try await scene.guest("Anna Berg").manner == Manner())
    }
  }

  @Test("A list's columns “Anrede” and “Sprache” are kept with its people, even when it is imported again")
  func imported() async throws {
    let site = try await TestSite()
    let list =
      "Anrede;Vorname;Nachname;E-Mail;Sprache\nFrau;Anna;Berg;anna@example.org;Englisch\nHerr Dr.;Bruno;Kern;bruno@example.org;deutsch\n"
    try await site.run { browser in
      let host = try await browser.signedIn()
      for name in ["alt.csv", "neu.csv"] { try await host.bring(list, name: name) }
      let rows = try await site.services.database.read { connection in
        try connection.rows("SELECT name, honorific, language FROM person ORDER BY name") {
          try [$0.get("name", as: String.self), $0.get("honorific"), $0.get("language")]
        }
      }
      #expect(rows == [["Anna Berg", "ms", "en"], ["Dr. Bruno Kern", "mr", "de"]])
    }
  }
}

extension WaveScene {
  fileprivate func set(_ manner: Manner, of known: KnownGuest) async throws {
    let (host, now) = (site.host.id, site.now)
    try await services.database.write { connection in
      let store = PersonStore(connection: connection)
      let record = try store.person(known.guest.person, of: host).record
      let changed = PersonRecord(
        name: record.name, email: record.email, organisation: record.organisation, role: record.role,
        country: record.country, topics: record.topics, talks: record.talks, manner: manner)
      try store.update(known.guest.person, to: changed, of: host, at: now)
    }
  }
}
