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

@Suite struct PartyRoutesTests {
  private static let basics = [
    ("title", "Coaching am Abend"), ("occasion", ""), ("form", "sie"), ("seats", "8"), ("minutes", "60"),
    ("zone", "Europe/Berlin"),
  ]

  private func fields(_ name: String, _ value: String) -> [(String, String)] {
    Self.basics.map { $0.0 == name ? (name, value) : $0 }
  }

  @Test("A new party is stored and leads to choosing")
  func create() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let answer = try await host.post(.parties, Self.basics)
      #expect(answer.status == 303)
      #expect(answer.location?.hasSuffix("/choosing") == true)
      let list = try await host.get(.parties)
      #expect(list.contains("Coaching am Abend"))
    }
  }

  @Test(
    "A party that can't be taken is shown again with what was typed",
    arguments: [
      ("title", ""), ("seats", "viele"), ("seats", "0"), ("minutes", "7"), ("zone", "Mars/Olympus"),
      ("occasion", "018f0000-0000-7000-8000-000000000000"),
    ])
  func createRefused(_ field: String, _ value: String) async throws {
    let site = try await TestSite()
    let fields = fields(field, value)
    try await site.run { browser in
      let host = try await browser.signedIn()
      let answer = try await host.post(.parties, fields)
      #expect(answer.status == 422)
      #expect(answer.contains("\(field)-error"))
      #expect(answer.contains(field == "title" ? "value=\"8\"" : "Coaching am Abend"))
    }
  }

  @Test("The overview shows the next step and what people are waiting for")
  func overview() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    let party = try await shelf.addParty { $0.substance = Substance() }
    try await shelf.choose(Array(people.prefix(5)), for: party)
    try await site.run { browser in
      let page = try await browser.signedIn().get(.party(party.id))
      #expect(page.status == 200)
      #expect(page.contains("Worum soll es gehen?"))
      #expect(page.contains("Anna Berg"))
      #expect(page.contains("Thema, Frage und Beitrag schreiben"))
    }
  }

  @Test("Basics can be changed; a number of seats outside five to ten gets advice")
  func changeBasics() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let party = try await shelf.addParty()
    let fields = fields("seats", "14")
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.partyBasics(party.id), fields).status == 303)
      #expect(try await host.get(.party(party.id)).contains("Mit 14 Plätzen"))
    }
    #expect(try await shelf.party(party.id).seats == 14)
  }

  @Test("A draft is deleted after a question, a party with letters sent is not")
  func delete() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    let draft = try await shelf.addParty()
    let inviting = try await shelf.addParty { $0.stage = .inviting }
    try await shelf.choose(people, for: draft)
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.get(.partyDeletion(draft.id)).contains("Diesen Entwurf löschen?"))
      #expect(try await host.post(.partyDeletion(draft.id)).status == 303)
      #expect(try await host.get(.party(draft.id)).status == 404)
      #expect(try await host.post(.partyDeletion(inviting.id)).status == 409)
      #expect(try await host.get(.party(inviting.id)).status == 200)
    }
  }

  @Test("A cancelled party can't be edited")
  func cancelledStays() async throws {
    let site = try await TestSite()
    let party = try await Bookshelf(site: site).addParty { $0.stage = .cancelled }
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.partyBasics(party.id), Self.basics).status == 409)
      #expect(try await host.post(.substance(party.id), [("topic", "x")]).status == 409)
    }
  }

  @Test("Another host's party does not exist, on any page of it")
  func otherHost() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let other = try await site.addHost("jonas@example.org")
    let people = try await shelf.add(Bookshelf.coaches, to: other).people
    let party = try await shelf.addParty(of: other)
    try await shelf.choose(people, for: party)
    let guest = try await shelf.guests(of: party)[0].guest.id
    try await site.run { browser in
      let host = try await browser.signedIn()
      let pages: [Path] = [
        .party(party.id), .partyBasics(party.id), .partyDeletion(party.id), .choosing(party.id), .substance(party.id),
        .letters(party.id), .letter(party.id, guest),
      ]
      for page in pages { #expect(try await host.get(page).status == 404, "\(page.text)") }
      let forms: [(Path, [(String, String)])] = [
        (.partyBasics(party.id), Self.basics), (.partyDeletion(party.id), []), (.seats(party.id), [("seats", "5")]),
        (.choosing(party.id), [("topic", "a"), ("question", "b")]),
        (.shortlist(party.id), [("change", "choose"), ("person", people[0].description)]),
        (.substance(party.id), [("topic", "a")]), (.letter(party.id, guest), [("subject", "a")]),
        (.letters(party.id), [("sentence.\(guest)", "a")]),
      ]
      for (path, fields) in forms { #expect(try await host.post(path, fields).status == 404, "\(path.text)") }
    }
    #expect(try await shelf.party(party.id).substance == party.substance)
  }

  @Test(
    "A zone that was stored by an old name stays when the form names it anew, and another is stored by its current name",
    arguments: [
      ("Europe/Kiev", "Europe/Kyiv", "Europe/Kiev"), ("Europe/Kiev", "Asia/Calcutta", "Asia/Kolkata"),
      ("Europe/Berlin", "Europe/Kiev", "Europe/Kyiv"),
    ])
  func zones(_ stored: String, _ entered: String, _ kept: String) async throws {
    let site = try await TestSite()
    var party = Party(id: site.services.newID(), host: site.host, title: "T", occasion: nil, form: .sie, at: Date())
    party.zone = stored
    var basics = PartyBasics(party)
    basics.zone = entered
    basics.apply(to: &party, in: site.services.zones)
    #expect(party.zone == kept)
  }
}
