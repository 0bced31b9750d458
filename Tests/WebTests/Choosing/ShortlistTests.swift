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

@Suite struct ShortlistRoutesTests {
  @Test("Changes by hand are stored: chosen, pinned, reserves in order, excluded")
  func persistence() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    let party = try await shelf.addParty()
    let steps: [(ShortlistAction, Int)] = [
      (.choose, 0), (.choose, 1), (.pin, 1), (.reserve, 2), (.reserve, 3), (.reserve, 4), (.up, 4), (.exclude, 5),
      (.choose, 6), (.remove, 0), (.choose, 3),
    ]
    try await site.run { browser in
      let host = try await browser.signedIn()
      for (action, index) in steps {
        let answer = try await host.act(action, people[index], party)
        #expect(answer.status == 303)
      }
      #expect(try await host.get(.choosing(party.id)).contains("3 von 8 Plätzen"))
    }
    let guests = try await shelf.guests(of: party).map(\.guest)
    let chosen = guests.filter { $0.standing == .chosen }
    #expect(chosen.map(\.person) == [people[1], people[6], people[3]])
    #expect(chosen.map(\.isPinned) == [true, false, false])
    #expect(chosen.map(\.position) == [1, 2, 3])
    #expect(guests.filter { $0.standing == .reserve }.map(\.person) == [people[2], people[4]])
    #expect(guests.filter { $0.standing == .excluded }.map(\.person) == [people[5]])
  }

  @Test("A guest keeps id, link and sentence when moved")
  func keepsIdentity() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    let party = try await shelf.addParty()
    try await shelf.choose([people[0]], for: party)
    let before = try await shelf.guests(of: party)[0].guest
    try await shelf.choose([people[0]], for: party, .reserve)
    let after = try await shelf.guests(of: party)[0].guest
    #expect(after.id == before.id)
    #expect(after.standing == .reserve)
    try await shelf.write(to: shelf.guests(of: party)[0])
    let hash = site.services.secret.token(.personalLink, before.id.description, number: 1).hash
    let found = try await site.services.database.read { try GuestStore(connection: $0).find(linkHash: hash)?.guest }
    #expect(found == before.id)
  }

  @Test("Somebody who was written to can't be removed, only the invitation can be taken back")
  func writtenStays() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    let party = try await shelf.addParty { $0.stage = .inviting }
    try await shelf.choose([people[0], people[1]], for: party)
    try await shelf.write(to: shelf.guests(of: party)[0])
    try await site.run { browser in
      let host = try await browser.signedIn()
      for action in [ShortlistAction.remove, .exclude, .reserve] {
        #expect(try await host.act(action, people[0], party).status == 409)
      }
      #expect(try await host.act(.remove, people[1], party).status == 303)
      #expect(try await host.get(.choosing(party.id)).contains("Zurücknehmen"))
    }
    #expect(try await shelf.guests(of: party).map(\.guest.person) == [people[0]])
  }

  @Test("Another host's person can't be chosen, and nonsense is refused")
  func foreignPerson() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let other = try await site.addHost("jonas@example.org")
    let foreign = try await shelf.add([.init(name: "Fremde Person")], to: other).people[0]
    let party = try await shelf.addParty()
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.act(.choose, foreign, party).status == 404)
      #expect(try await host.post(.shortlist(party.id), [("change", "dance")]).status == 400)
      #expect(try await host.post(.seats(party.id), [("seats", "0")]).status == 400)
    }
    #expect(try await shelf.guests(of: party).isEmpty)
  }

  @Test("After a change the host returns to the same list, search and page")
  func samePlace() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    let party = try await shelf.addParty()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let answer = try await host.post(
        .shortlist(party.id),
        [("change", "choose"), ("person", people[0].description), ("list", "all"), ("q", "Berg"), ("page", "2")])
      #expect(answer.location == "/parties/\(party.id)/choosing?list=all&q=Berg&page=2#choosing")
    }
  }
}

extension Browser {
  func act(_ action: ShortlistAction, _ person: PersonID, _ party: Party) async throws -> Page {
    try await post(.shortlist(party.id), [("change", action.rawValue), ("person", person.description)])
  }
}
