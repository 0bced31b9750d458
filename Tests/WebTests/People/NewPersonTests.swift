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

@Suite("Adding one person, and notes")
struct NewPersonTests {
  private let anna = [
    ("name", "Anna Adler"), ("email", "anna@example.org"), ("topics", "Ebbe\nFlut"), ("note", "Traf sie in Kiel."),
    ("source", "businessCard"),
  ]

  @Test("Somebody is added with topics, a note and the origin of their address")
  func added() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.post(Path.people, anna).location)
      let page = try await host.get(path)
      #expect(page.contains("Gespeichert.") && page.contains("von Hand eingetragen am"))
      #expect(page.contains("Traf sie in Kiel."))
      #expect(try await host.person("Anna Adler").record.topics == ["Ebbe", "Flut"])
      _ = try await host.post(Path.people, [("name", "Bea Bär"), ("source", "businessCard")])
      _ = try await host.post(Path.people, [("name", "Carl Cremer"), ("source", "other"), ("sourceWords", "Karl")])
      #expect(try await site.count("people_list") == 2)
    }
  }

  @Test(
    "Without a name, with an address that is none or somebody's, and without words for the source the form comes back")
  func refused() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(Path.people, [("role", "x"), ("source", "businessCard")]).status == 422)
      let wrong = try await host.post(Path.people, [("name", "Anna"), ("email", "a@b,de"), ("note", "Merken")])
      #expect(wrong.status == 422 && wrong.contains("value=\"a@b,de\"") && wrong.contains(">Merken</textarea>"))
      #expect(try await host.post(Path.people, [("name", "Anna"), ("source", "other")]).status == 422)
      _ = try await host.post(Path.people, anna)
      let taken = try await host.post(Path.people, [("name", "A."), ("email", "ANNA@example.org")])
      #expect(taken.status == 422 && taken.contains("Diese Adresse hat schon Anna Adler."))
      let long = String(repeating: "x", count: PersonEntry.noteLimit + 1)
      #expect(try await host.post(Path.people, [("name", "B"), ("note", long)]).status == 422)
      #expect(try await host.people().count == 1)
    }
  }

  @Test("A note survives merging, is part of the host's export, and no guest sees it")
  func notes() async throws {
    let scene = try await WaveScene()
    let (kept, other) = (try await scene.guest("Anna Berg"), try await scene.guest("Bruno Kern"))
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for (person, note) in [(kept.guest.person, "Aus Kiel."), (other.guest.person, "Mag Tee.")] {
        let known = try #require(try await host.people().first { $0.id == person })
        let fields = [("name", known.record.name), ("email", known.record.email), ("note", note)]
        #expect(try await host.post(Path.person(person), fields).status == 303)
      }
      _ = try await host.post(Path.personMerge(kept.guest.person), [("other", other.guest.person.description)])
      #expect(try await host.get(Path.person(kept.guest.person)).contains("Aus Kiel.\n\nMag Tee."))
      #expect(try await host.get(Path.peopleCSV).contains("Aus Kiel."))
      #expect(try await host.get(Path.peopleVCard).contains("NOTE:Aus Kiel.\\n\\nMag Tee."))
    }
    try await scene.sendNext(by: .hand)
    for mail in try await scene.mails() { #expect(!mail.text.contains("Kiel") && !mail.html.contains("Kiel")) }
  }
}
