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

/// "When you are next at head office, let us have a coffee."
@Suite("Instead of a visit to the office")
struct OfficeVisitTests {
  private func colleagues() async throws -> (site: TestSite, party: Party, people: [PersonID]) {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Array(Bookshelf.coaches.prefix(4)), at: .officeVisit, named: "Zentrale").people
    let occasions = try await site.services.database.read { [site] in
      try KnownOccasionStore(connection: $0).occasions(of: site.host.id)
    }
    let occasion = try #require(occasions.first)
    let party = try await shelf.addParty { party in
      PartyBasics(site.host, at: occasion).apply(to: &party, in: site.services.zones)
      party.form = .sie
    }
    return (site, party, people)
  }

  @Test("A new party offers half an hour and three seats")
  func basics() async throws {
    let site = try await TestSite()
    _ = try await Bookshelf(site: site).add(Bookshelf.coaches, at: .officeVisit, named: "Zentrale")
    try await site.run { browser in
      let page = try await browser.signedIn().get(.newParty)
      #expect(page.contains("value=\"3\""))
      #expect(page.contains("<option value=\"30\" selected>"))
      #expect(page.contains("Zentrale"))
    }
  }

  @Test("Three are enough to go on, and nobody calls that few")
  func three() async throws {
    let (site, party, people) = try await colleagues()
    try await Bookshelf(site: site).choose(Array(people.prefix(3)), for: party)
    try await site.run { browser in
      let page = try await browser.signedIn().get(.party(party.id))
      #expect(!page.contains("Für 3 Plätze wird es dünn"))
      #expect(!page.contains("dann ist der Tisch beisammen"))
      #expect(page.contains("Wann soll es sein?"))
    }
  }

  @Test("The letter invites to the coffee, for half an hour, and doesn't mention a glass")
  func letter() async throws {
    let (site, party, people) = try await colleagues()
    let shelf = Bookshelf(site: site)
    try await shelf.choose(Array(people.prefix(3)), for: party)
    let guest = try #require(try await shelf.guests(of: party).first)
    try await site.run { browser in
      let page = try await browser.signedIn().get(.letter(party.id, guest.guest.id))
      #expect(page.contains("trinken wir einen Kaffee"))
      #expect(page.contains("eine halbe Stunde online, höchstens drei Gäste"))
      #expect(!page.contains("einem Glas in der Hand"))
    }
  }

  @Test("The programme is the short one, and the next time keeps its length and seats")
  func programme() async throws {
    let (site, party, _) = try await colleagues()
    #expect(party.minutes == 30 && party.seats == 3)
    #expect(Programme.preset(minutes: party.minutes).minutes == 30)
    let circle = Circle(
      id: site.services.newID(), host: site.host.id, name: "Kaffee", rhythm: .monthly, eveningsToHonour: 3,
      createdAt: site.now, endedAt: nil)
    var over = party
    over.stage = .closed
    let next = try await site.services.database.write { [site, over] connection in
      let (parties, circles) = (PartyStore(connection: connection), CircleStore(connection: connection))
      try parties.update(over, at: site.now)
      try circles.insert(circle)
      try circles.assign(over.id, to: circle.id)
      let evening = NextEvening(services: site.services, connection: connection)
      return try parties.party(try evening.plan(for: circle, host: site.host))
    }
    #expect(next.minutes == 30 && next.seats == 3 && next.occasion == party.occasion)
  }
}
