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

@Suite struct ChoosingTests {
  @Test("People who speak about the topic come first, with the talk as the reason")
  func ranking() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add(Bookshelf.coaches)
    let party = try await shelf.addParty()
    try await site.run { browser in
      let page = try await browser.signedIn().get(.choosing(party.id))
      #expect(page.status == 200)
      let order = ["Anna Berg", "Clara Voss"].map { page.position(of: ">\($0)</a>") }
      #expect(order[0] < order[1])
      #expect(page.contains("Spricht über „Coaching in Behörden“."))
      #expect(page.position(of: ">Finn Sturm</a>") < page.position(of: ">Greta Holm</a>"))
      #expect(page.contains("Themen sind nicht bekannt"))
    }
  }

  @Test("Topic and question are the same as in the substance, and change the order at once")
  func theme() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add(Bookshelf.coaches)
    let party = try await shelf.addParty()
    try await site.run { browser in
      let host = try await browser.signedIn()
      _ = try await host.get(.choosing(party.id))
      let answer = try await host.post(.choosing(party.id), [("topic", "Gärtnern"), ("question", "Was blüht?")])
      #expect(answer.status == 303)
      let page = try await host.get(.choosing(party.id))
      #expect(page.position(of: ">Clara Voss</a>") < page.position(of: ">Anna Berg</a>"))
      #expect(try await host.get(.substance(party.id)).contains("Gärtnern"))
    }
    let substance = try await shelf.party(party.id).substance
    #expect(substance.question == "Was blüht?")
    #expect(substance.contribution == party.substance.contribution)
  }

  @Test("A person added later is ranked too, and another host's never is")
  func freshPeople() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add(Bookshelf.coaches)
    let other = try await site.addHost("jonas@example.org")
    _ = try await shelf.add([.init(name: "Fremde Person", topics: ["Coaching in Behörden"])], to: other)
    let party = try await shelf.addParty()
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(!(try await host.get(.choosing(party.id))).contains("Fremde Person"))
      site.advance(seconds: 1)
      _ = try await shelf.add([.init(name: "Hanna Neu", topics: ["Coaching in Behörden"])])
      #expect(try await host.get(Path.choosing(party.id).with("list", "all")).contains("Hanna Neu"))
    }
  }

  @Test("The list of the party's occasion is offered first; everybody is a click away")
  func lists() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add([.init(name: "Aus der Ferne", topics: ["Coaching"])])
    let list = try await shelf.add(Bookshelf.coaches).list
    let occasion = try await site.services.database.read { connection in
      try CandidateStore(connection: connection).lists(of: site.host.id).first { $0.id == list }?.occasion
    }
    let party = try await shelf.addParty { $0.occasion = occasion }
    try await site.run { browser in
      let host = try await browser.signedIn()
      #expect(!(try await host.get(.choosing(party.id))).contains("Aus der Ferne"))
      #expect(try await host.get(Path.choosing(party.id).with("list", "all")).contains("Aus der Ferne"))
    }
  }

  @Test("The search finds umlauts however they are typed, and takes special characters literally")
  func search() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add(Bookshelf.coaches)
    let party = try await shelf.addParty()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(Path.choosing(party.id).with("q", "gaertnern"))
      #expect(page.contains(">Clara Voss</a>") && !page.contains(">Anna Berg</a>"))
      #expect(try await host.get(Path.choosing(party.id).with("q", "%")).contains("Niemand gefunden"))
    }
  }

  @Test("A long list has pages of twenty, numbered throughout")
  func pages() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add((1...45).map { .init(name: "Person \($0 + 100)", topics: ["Coaching"]) })
    let party = try await shelf.addParty()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let last = try await host.get(Path.choosing(party.id).with("page", "3"))
      #expect(last.contains("41 bis 45 von 45"))
      #expect(last.contains("start=\"41\""))
      #expect(try await host.get(Path.choosing(party.id).with("page", "99")).contains("41 bis 45 von 45"))
    }
  }

  @Test("Somebody who objected is flagged and can't be chosen from the list; a missing address is pointed out")
  func flags() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    _ = try await shelf.add([
      .init(name: "Otto Nein", email: "otto@example.org", topics: ["Coaching"]),
      .init(name: "Ohne Adresse", email: "", topics: ["Coaching"]),
    ])
    let now = site.now
    try await site.services.database.write { connection in
      try SuppressionStore(connection: connection).add("Otto@Example.org", at: now)
    }
    let party = try await shelf.addParty()
    try await site.run { browser in
      let page = try await browser.signedIn().get(.choosing(party.id))
      #expect(page.contains("hat widersprochen"))
      #expect(page.contains("ohne E-Mail-Adresse"))
      #expect(page.occurrences(of: "value=\"choose\"") == 1)
    }
  }
}

extension Path {
  func with(_ name: String, _ value: String) -> String { query([(name, value)]) }
}

extension Browser.Page {
  /// The first position of a text; far behind everything if it doesn't occur.
  func position(of text: String) -> Int {
    self.text.range(of: text).map { self.text.distance(from: self.text.startIndex, to: $0.lowerBound) } ?? .max
  }

  func occurrences(of text: String) -> Int { self.text.components(separatedBy: text).count - 1 }
}
