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

@Suite("Not now, and not with somebody")
struct CirclePrivacyTests {
  @Test("A paused member is not carried over early, and later is exactly once; the host sees the pause")
  func pause() async throws {
    let scene = try await CircleScene(results: [.good, .good])
    let guest = try await scene.guests(of: scene.evenings[1])[0]
    let token = scene.token(guest)
    try await scene.site.run { browser in
      let page = try await browser.get(.personal(token))
      #expect(page.contains("Später wieder fragen"))
      let paused = try await browser.post(.circleMembership(token), [("member", "later"), ("months", "3")])
      #expect(paused.location?.hasSuffix("saved=paused") == true)
      #expect(try await browser.get(.personal(token)).contains("Sie pausieren. Ab"))
      #expect(try await browser.signedIn().get(.circle(scene.circle)).contains("pausiert, fragt ab"))
      let wrong = try await browser.post(.circleMembership(token), [("member", "later"), ("months", "4")])
      #expect(wrong.status == 400)
    }
    let next = try await scene.nextEvening(stage: .draft)
    #expect(try await !scene.people(at: next).contains(guest.guest.person))
    try await scene.forget(next)
    scene.site.advance(days: 91)
    // They have since dropped out of the core.
    try await scene.services.database.write { connection in
      try connection.execute(
        "DELETE FROM participant WHERE guest_id IN (SELECT id FROM guest WHERE person_id = \(guest.guest.person))")
    }
    let later = try await scene.nextEvening(stage: .draft)
    #expect(try await scene.people(at: later).contains(guest.guest.person))
    try await scene.forget(later)
    #expect(try await !scene.people(at: try await scene.nextEvening(stage: .draft)).contains(guest.guest.person))
  }

  @Test("Avoided people are on no page of host or guest; one's own copy gives only their number")
  func secret() async throws {
    let scene = try await CircleScene(results: [.good])
    let guests = try await scene.guests(of: scene.evenings[0])
    let (token, bruno) = (scene.token(guests[0]), guests[1])
    try await scene.site.run { browser in
      let form = [("person", bruno.guest.person.description)]
      #expect(try await browser.post(.avoidances(token), form).location?.hasSuffix("saved=avoidance") == true)
      let page = try await browser.get(.personal(token))
      #expect(page.contains("Das gilt für eine Person."))
      #expect(!page.contains("value=\"\(bruno.guest.person)\" selected"))
      let copy = try await browser.get(.keepsakes(token))
      #expect(copy.contains("Lieber nicht") && copy.contains("Das gilt für eine Person"))
      #expect(!copy.contains("- Bruno Kern"))
      #expect(try await !browser.get(.keepsakes(scene.token(bruno))).contains("Lieber nicht"))
      let host = try await browser.signedIn()
      let places = [Path.circle(scene.circle).text, Path.peopleCSV.text, Path.person(guests[0].guest.person).text]
      for path in places { #expect(try await !host.get(path).contains("Lieber nicht"), "\(path)") }
      let stranger = [("person", scene.services.newID(Entity.Person.self).description)]
      #expect(try await browser.post(.avoidances(token), stranger).status == 404)
      let oneself = [("person", guests[0].guest.person.description)]
      #expect(try await browser.post(.avoidances(token), oneself).status == 404)
      #expect(try await browser.post(.avoidances(token), [("person", "")]).status == 400)
      _ = try await browser.post(.avoidances(token), [("cleared", "1")])
    }
    #expect(try await scene.count("SELECT count(*) AS n FROM avoidance") == 0)
  }

  @Test(
    "Whoever avoids somebody is not carried over with them, is proposed at no table of theirs, and is seated elsewhere")
  func honoured() async throws {
    let scene = try await CircleScene(results: [.good, .good])
    let guests = try await scene.guests(of: scene.evenings[1])
    let (anna, bruno) = (guests[0].guest.person, guests[1].guest.person)
    try await scene.avoid(anna, bruno)
    let next = try await scene.nextEvening(stage: .draft)
    let people = try await scene.people(at: next)
    #expect(people.contains(bruno) && !people.contains(anna))
    let setup = try await scene.services.database.read { [zones = scene.services.zones, party = scene.evenings[1]] in
      try FloorSetupStore(connection: $0, zones: zones).wholeSetup(of: party)
    }
    #expect(setup.apart.contains(guests[0].guest.participant, guests[1].guest.participant))
    let kept = try JSONDecoder().decode(FloorSetup.self, from: try JSONEncoder().encode(setup))
    #expect(kept.apart.pairs.isEmpty)
  }

  @Test("The choosing page never proposes them together, however small the list")
  func proposed() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.table).people
    let party = try await shelf.addParty { $0.seats = 8 }
    try await site.services.database.write { [now = site.now] in
      try AvoidanceStore(connection: $0).add(Avoidance(person: people[0], other: people[4]), at: now)
    }
    try await site.run { browser in
      let page = try await browser.signedIn().get(.choosing(party.id))
      let seen = page.values(of: "guest")
      #expect(seen.count == 7)
      #expect(!(seen.contains(people[0].description) && seen.contains(people[4].description)))
    }
  }

  @Test("It is erased with either person, and survives when one of them turns out to be somebody else too")
  func erased() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.table).people
    let count: @Sendable (PersonID, PersonID) async throws -> Int = { one, other in
      try await site.services.database.read {
        try $0.count("SELECT count(*) AS n FROM avoidance WHERE person_id = \(one) AND other_id = \(other)")
      }
    }
    try await site.services.database.write { [now = site.now, host = site.host.id] connection in
      let store = AvoidanceStore(connection: connection)
      for other in 1...3 { try store.add(Avoidance(person: people[0], other: people[other]), at: now) }
      try PersonUnion(connection: connection).unite(people[4], with: people[1], of: host, at: now)
      _ = try PersonErasure(connection: connection).erase(people[2], of: host)
    }
    #expect(try await count(people[0], people[4]) == 1)
    #expect(try await count(people[0], people[2]) == 0)
    try await site.services.database.write { [now = site.now, host = site.host.id] connection in
      try PersonUnion(connection: connection).unite(people[3], with: people[0], of: host, at: now)
    }
    #expect(try await count(people[3], people[4]) == 1)
    #expect(try await count(people[3], people[3]) == 0)
  }
}

extension CircleScene {
  func people(at party: PartyID) async throws -> [PersonID] { try await guests(of: party).map(\.guest.person) }

  func forget(_ party: PartyID) async throws {
    try await services.database.write { [host = site.host.id] in
      try PartyStore(connection: $0).delete(party, of: host)
    }
  }

  func avoid(_ person: PersonID, _ other: PersonID) async throws {
    try await services.database.write { [now = site.now] in
      try AvoidanceStore(connection: $0).add(Avoidance(person: person, other: other), at: now)
    }
  }
}
