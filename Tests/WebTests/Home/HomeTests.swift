import Core
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

@Suite struct HomeTests {
  @Test("A newcomer is led to the first steps")
  func newcomer() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let page = try await browser.signedIn().get(.home)
      #expect(page.contains("Der Tisch steht. Wer kommt?"))
      #expect(page.contains(Path.newImport.text))
    }
  }

  @Test("Home shows each party with its journey, and the next step of the one furthest along")
  func parties() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    _ = try await shelf.addParty { $0.title = "Noch leer" }
    let inviting = try await shelf.addParty {
      ($0.title, $0.stage) = ("Im Gange", .inviting)
    }
    try await shelf.choose(people, for: inviting)
    try await site.run { browser in
      let page = try await browser.signedIn().get(.home)
      #expect(page.contains("Noch leer"))
      #expect(page.contains("Als Nächstes bei „Im Gange“"))
      #expect(page.contains("Was wartet auf wen"))
    }
  }

  @Test("A host without a name is asked for name and address before anything else")
  func introduction() async throws {
    let site = try await TestSite()
    var owner = try await site.addHost(Host.unknownAddress)
    owner.name = ""
    let (nameless, old) = (owner, site.host)
    try await site.services.database.write { try HostStore(connection: $0).update(nameless) }
    try await site.run { browser in
      let host = try await browser.signedIn(as: nameless)
      let page = try await host.get(.home)
      #expect(page.contains("Wer lädt ein?"))
      #expect(!page.contains(Host.unknownAddress))
      let taken = try await host.post(.introduction, [("name", "Ina Wolf"), ("email", old.email)])
      #expect(taken.status == 422)
      #expect(taken.contains("Ina Wolf"))
      let bad = try await host.post(.introduction, [("name", ""), ("email", "ina")])
      #expect(bad.status == 422)
      #expect(bad.contains("name-error") && bad.contains("email-error"))
      let good = try await host.post(.introduction, [("name", "Ina Wolf"), ("email", "Ina.Wolf@Example.org")])
      #expect(good.status == 303)
      #expect(try await host.get(.home).contains("Der Tisch steht"))
    }
    let stored = try await site.services.database.read { try HostStore(connection: $0).host(nameless.id) }
    #expect(stored?.email == "ina.wolf@example.org")
  }
}
