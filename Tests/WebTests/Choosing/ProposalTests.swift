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

@Suite struct ProposalTests {
  @Test("A table is proposed with a sentence for each guest, and accepted as it was seen")
  func take() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add(Bookshelf.table)
    let party = try await shelf.addParty { $0.seats = 4 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(.choosing(party.id))
      #expect(page.contains("Unser Vorschlag"))
      #expect(page.contains("teilt „") || page.contains("Teilt „"))
      let seen = page.values(of: "guest")
      #expect(seen.count == 4)
      let answer = try await host.post(.proposal(party.id), seen.map { ("guest", $0) })
      #expect(answer.status == 303)
      #expect(try await host.get(.choosing(party.id)).contains("Genau so steht es schon am Tisch."))
      #expect(try await shelf.guests(of: party).map(\.guest.person.description).sorted() == seen.sorted())
    }
  }

  @Test("A pin is part of every proposal, an exclusion and a reserve of none")
  func wishes() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.table).people
    let party = try await shelf.addParty { $0.seats = 4 }
    try await site.run { browser in
      let host = try await browser.signedIn()
      let before = try await host.get(.choosing(party.id)).values(of: "guest")
      let outside = try #require(people.first { !before.contains($0.description) })
      let (first, second) = (try #require(PersonID(before[0])), try #require(PersonID(before[1])))
      _ = try await host.act(.pin, outside, party)
      _ = try await host.act(.exclude, first, party)
      _ = try await host.act(.reserve, second, party)
      let after = try await host.get(.choosing(party.id)).values(of: "guest")
      #expect(after.contains(outside.description))
      #expect(!after.contains(before[0]) && !after.contains(before[1]))
    }
  }

  @Test("Somebody can be exchanged for one who would fit as well, unless they have a letter")
  func exchange() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.table).people
    let party = try await shelf.addParty { ($0.seats, $0.stage) = (4, .inviting) }
    try await shelf.choose([people[0], people[1]], for: party)
    try await shelf.write(to: shelf.guests(of: party)[0])
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.exchange(people[1], for: people[5], party).status == 303)
      #expect(try await host.exchange(people[0], for: people[6], party).status == 409)
      #expect(try await host.exchange(people[5], for: people[5], party).status == 400)
    }
    let guests = try await shelf.guests(of: party).map(\.guest)
    #expect(guests.filter { $0.standing == .chosen }.map(\.person) == [people[0], people[5]])
    #expect(guests.filter { $0.standing == .reserve }.map(\.person) == [people[1]])
    #expect(guests.first { $0.person == people[5] }?.isPinned == true)
  }

  @Test("The sliders are remembered, and nonsense is refused")
  func leaning() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add(Bookshelf.table)
    let party = try await shelf.addParty { $0.seats = 4 }
    let steps = [("breadth", "2"), ("acquaintance", "-1"), ("mixture", "0"), ("generations", "-2")]
    try await site.run { browser in
      let host = try await browser.signedIn()
      for _ in 0..<2 { #expect(try await host.post(.leaning(party.id), steps).status == 303) }
      #expect(try await host.post(.leaning(party.id), [("breadth", "3")]).status == 400)
      let page = try await host.get(.choosing(party.id))
      #expect(page.contains("name=\"breadth\" min=\"-2\" max=\"2\" step=\"1\" value=\"2\""))
    }
    let leaning = try await site.services.database.read { try ProposalStore(connection: $0).leaning(of: party.id) }
    #expect(leaning == Leaning(breadth: 2, acquaintance: -1, mixture: 0, generations: -2))
  }

  @Test("Another host's people can't be chosen or exchanged")
  func strangers() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let own = try await shelf.add(Bookshelf.table).people
    let other = try await site.addHost("jonas@example.org")
    let foreign = try await shelf.add([.init(name: "Fremde Person")], to: other).people[0]
    let party = try await shelf.addParty()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let taken = try await host.post(
        .proposal(party.id), [("guest", own[0].description), ("guest", foreign.description)])
      #expect(taken.status == 404)
      #expect(try await host.exchange(own[0], for: foreign, party).status == 404)
      #expect(try await host.post(.proposal(party.id), []).status == 400)
    }
    #expect(try await shelf.guests(of: party).isEmpty)
  }

  @Test("People who came to an earlier party have met; those of a cancelled one have not")
  func meetings() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.table).people
    let past = site.now.addingTimeInterval(-86_400)
    for stage in [PartyStage.ended, .cancelled] {
      let earlier = try await shelf.addParty { ($0.stage, $0.start) = (stage, past) }
      try await shelf.choose(stage == .ended ? Array(people[0...1]) : Array(people[2...3]), for: earlier)
      for known in try await shelf.guests(of: earlier) { try await shelf.accept(known) }
    }
    let party = try await shelf.addParty()
    let now = site.now
    let meetings = try await site.services.database.read { [host = site.host.id] in
      try ProposalStore(connection: $0).acquaintance(of: host, but: party.id, before: now).meetings
    }
    #expect(meetings.map { Set($0) } == [Set(people[0...1])])
  }

  @Test("Without a theme, or with hardly anybody, nothing is proposed")
  func nothing() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add([.init(name: "Ganz Allein", topics: ["Coaching"])])
    let alone = try await shelf.addParty()
    let bare = try await shelf.addParty { $0.substance = Substance() }
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(!(try await host.get(.choosing(alone.id))).contains("Unser Vorschlag"))
      _ = try await shelf.add(Bookshelf.table)
      #expect(!(try await host.get(Path.choosing(bare.id).with("list", "all"))).contains("Unser Vorschlag"))
    }
  }
}

extension Bookshelf {
  /// Enough people with enough in common for a table.
  static let table = [
    Somebody(name: "Anna Berg", topics: ["Coaching in Behörden", "Supervision"]),
    Somebody(name: "Bruno Kern", topics: ["Coaching im Amt", "Mediation"]),
    Somebody(name: "Clara Voss", topics: ["Supervision in Behörden"]),
    Somebody(name: "Dario Lenz", topics: ["Coaching", "Mediation", "Führung"]),
    Somebody(name: "Eva Roth", topics: ["Führung in Behörden", "Coaching"]),
    Somebody(name: "Finn Sturm", topics: ["Behörden", "Supervision", "Führung"]),
    Somebody(name: "Greta Holm", topics: ["Mediation in Behörden"]),
    Somebody(name: "Hanno Weiss", topics: ["Supervision", "Coaching in Behörden"]),
  ]

  /// Makes them answer yes.
  func accept(_ known: KnownGuest) async throws {
    try await write(to: known)
    let now = site.now
    try await site.services.database.write { connection in
      var guest = try GuestStore(connection: connection).guest(known.guest.id, of: known.guest.party).guest
      _ = guest.invitation.apply(.answered(.yes, word: nil, hasRoom: true), at: now)
      try GuestStore(connection: connection).update(guest)
    }
  }
}

extension Browser {
  func exchange(_ leaving: PersonID, for newcomer: PersonID, _ party: Party) async throws -> Page {
    try await post(
      .exchange(party.id), [("person", leaving.description), ("newcomer", newcomer.description)])
  }
}

extension Browser.Page {
  /// The values of the page's hidden fields of this name.
  func values(of name: String) -> [String] {
    text.components(separatedBy: "name=\"\(name)\" value=\"").dropFirst().compactMap { part in
      part.split(separator: "\"", maxSplits: 1).first.map(String.init)
    }
  }
}
