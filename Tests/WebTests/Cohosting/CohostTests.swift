import Core
import Database
import Foundation
import Hummingbird
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

/// A party with a second host.
@Suite struct CohostTests {
  /// Of everything a host's URL can name, these pages are their owner's alone; every other page of a party is open to
  /// all its hosts.
  private static let alone: Set<String> = [
    "GET /parties/{party}/deletion", "POST /parties/{party}/deletion", "POST /parties/{party}/choosing",
    "POST /parties/{party}/shortlist", "POST /parties/{party}/seats", "POST /parties/{party}/proposal",
    "POST /parties/{party}/exchange", "POST /parties/{party}/leaning", "POST /parties/{party}/honour",
    "POST /parties/{party}/cohost",
  ]

  private static func isAlone(_ route: Places.Route) -> Bool {
    !["/parties/", "/n/{node}/parties/"].contains(where: route.pattern.hasPrefix)
      || alone.contains("\(route.method) \(route.pattern)")
  }

  private static func call(_ route: Places.Route, _ browser: Browser) async throws -> Browser.Page {
    route.method == .post ? try await browser.post(route.path) : try await browser.get(route.path)
  }

  @Test(
    "Every page of a party answers its second host as its first; people, circles and settings are the first's alone")
  func routes() async throws {
    let (one, other) = (try await TestSite(), try await TestSite())
    let (owned, shared) = (try await Places(site: one), try await Places(site: other))
    let cohost = try await Self.cohost(other, shared)
    let owner = try await Browser(routes: RoutesClient(one.services), site: one).signedIn()
    var expected: [String: Int] = [:]
    for route in owned.routes where !Self.isAlone(route) {
      expected["\(route.method) \(route.pattern)"] = try await Self.call(route, owner).status
    }
    let second = try await Browser(routes: RoutesClient(other.services), site: other).signedIn(as: cohost)
    // Their own answer, which a form that says nothing doesn't give.
    #expect(try await second.post("/cohosting/\(shared.ids["party"] ?? "")").status == 400)
    for route in shared.routes where Self.isAlone(route) && route.pattern != "/cohosting/{cohosting}" {
      let page = try await Self.call(route, second)
      #expect(page.status == 404, "\(route.method) \(route.pattern)")
    }
    for route in shared.routes where !Self.isAlone(route) {
      let page = try await Self.call(route, second)
      #expect(page.status == expected["\(route.method) \(route.pattern)"], "\(route.method) \(route.pattern)")
      #expect(!page.contains("href=\"/people/"), "\(route.pattern)")
    }
  }

  @Test("A co-host who was only asked, said no, or has left has nothing of the party")
  func rights() async throws {
    let site = try await TestSite()
    let places = try await Places(site: site)
    let jonas = try await site.addHost("jonas.wirth@example.net")
    let party = try #require(PartyID(places.ids["party"] ?? ""))
    try await site.run { browser in
      let (owner, second) = (try await browser.signedIn(), try await browser.signedIn(as: jonas))
      func expectNothing(_ when: String) async throws {
        for route in places.routes where route.method == .get {
          #expect(try await second.get(route.path).status == 404, "\(when): \(route.pattern)")
        }
      }
      #expect(try await second.post(.cohosting(party), [("answer", "yes")]).status == 404)
      let asked = try await owner.post(.cohost(party), [("email", "Jonas.Wirth@example.net")])
      #expect(asked.location?.hasSuffix("?saved=invited") == true)
      #expect(try await owner.get(.party(party)).contains("Jonas Wirth ist gefragt"))
      try await expectNothing("asked")
      #expect(try await second.reading("de").get(.home).contains("bittet Sie"))
      #expect(try await second.post(.cohosting(party), [("answer", "yes")]).location == Path.party(party).text)
      #expect(try await second.get(.party(party)).status == 200)
      #expect(try await second.get(.home).contains(Path.party(party).text))
      #expect(try await !second.get(.people).contains("Anna Berg"))
      _ = try await owner.post(.cohost(party), [("removed", "1")])
      try await expectNothing("removed")
      _ = try await owner.post(.cohost(party), [("email", jonas.email)])
      _ = try await second.post(.cohosting(party), [("answer", "no")])
      try await expectNothing("declined")
      #expect(try await second.post(.cohosting(party), [("answer", "yes")]).status == 404)
    }
    let mails = try await site.services.database.read { connection in
      try connection.rows(
        "SELECT recipient FROM outbox WHERE idempotency_key >= 'cohost:' AND idempotency_key < 'cohost;'"
      ) {
        try $0.get("recipient", as: String.self)
      }
    }
    #expect(Set(mails) == [jonas.email])
  }

  @Test("Asking the same host twice writes once, and takes nothing from somebody who has agreed")
  func askedTwice() async throws {
    let site = try await TestSite()
    let party = try await Bookshelf(site: site).addParty()
    let jonas = try await site.addHost("jonas.wirth@example.net")
    try await site.run { browser in
      let (owner, second) = (try await browser.signedIn(), try await browser.signedIn(as: jonas))
      _ = try await owner.post(.cohost(party.id), [("email", jonas.email)])
      _ = try await second.post(.cohosting(party.id), [("answer", "yes")])
      site.advance(seconds: 2)
      #expect(try await owner.post(.cohost(party.id), [("email", jonas.email)]).status == 303)
      #expect(try await second.get(.party(party.id)).status == 200)
    }
    #expect(
      try await site.services.database.read { try $0.count("SELECT count(*) AS n FROM outbox WHERE kind = 'notice'") }
        == 1)
  }

  @Test("Strangers can't be asked, nor oneself: the reason is shown beside the field, and the input stays")
  func refused() async throws {
    let site = try await TestSite()
    let party = try await Bookshelf(site: site).addParty()
    try await site.run { browser in
      let owner = try await browser.signedIn()
      for typed in ["niemand@example.net", "kein-at", site.host.email] {
        let page = try await owner.post(.cohost(party.id), [("email", typed)])
        #expect(page.status == 422 && page.contains("id=\"email-error\"") && page.contains(typed), "\(typed)")
      }
      let refused = try await owner.reading("en").post(.cohost(party.id), [("email", "x@example.net")])
      #expect(refused.contains("Nobody here hosts under"))
    }
  }

  @Test("Either host can sign the letters, even after changing their signature")
  func signing() async throws {
    let site = try await TestSite()
    let places = try await Places(site: site)
    let jonas = try await Self.cohost(site, places)
    let party = try #require(PartyID(places.ids["party"] ?? ""))
    let guest = try await site.services.database.read { try GuestStore(connection: $0).guests(of: party)[0] }
    try await site.run { browser in
      let second = try await browser.signedIn(as: jonas)
      let letter = Path.letter(party, guest.guest.id)
      #expect(try await second.get(letter).contains(site.host.name))
      let signed = try await second.post(.signing(party), [("signer", "cohost")])
      #expect(signed.location?.hasSuffix("?saved=signing") == true)
      #expect(try await second.get(letter).contains("Jonas Wirth"))
    }
    let sender = try await Self.sender(site, party, guest)
    #expect((sender.name, sender.email, sender.id) == ("Jonas Wirth", jonas.email, site.host.id))
    var renamed = jonas
    (renamed.name, renamed.signature) = ("Jonas Wirth-Adler", "Haus am See")
    try await site.services.database.write { [renamed] in try HostStore(connection: $0).update(renamed) }
    #expect(try await Self.sender(site, party, guest).name == "Jonas Wirth-Adler")
    let facts = try await site.services.database.read { [services = site.services, host = site.host] connection in
      try LetterComposition(services: services).facts(
        for: guest, party: try PartyStore(connection: connection).party(party), host: host, connection: connection)
    }
    #expect(facts.host.name == "Jonas Wirth-Adler" && facts.host.lines == ["Haus am See"])
    try await site.run { browser in
      _ = try await browser.signedIn().post(.signing(party), [("signer", "owner")])
    }
    #expect(try await Self.sender(site, party, guest).name == site.host.name)
    try await site.run { browser in
      _ = try await browser.signedIn().post(.signing(party), [("signer", "cohost")])
      _ = try await browser.signedIn(as: jonas).post(.cohosting(party), [("answer", "no")])
    }
    #expect(try await Self.sender(site, party, guest).name == site.host.name)
  }

  private static func sender(_ site: TestSite, _ party: PartyID, _ guest: KnownGuest) async throws -> Host {
    let mail = OutgoingMail(
      id: site.services.newID(), key: "x", host: site.host.id, party: party, guest: guest.guest.id, kind: .letter,
      state: .queued, recipientName: "", recipient: "", subject: "", text: "", messageID: "", createdAt: site.now)
    return try #require(try await site.services.database.read { try HostStore(connection: $0).sender(of: mail) })
  }

  /// Somebody who has agreed to co-host the party of these places.
  private static func cohost(_ site: TestSite, _ places: Places) async throws -> Host {
    try await site.addCohost(of: try #require(PartyID(places.ids["party"] ?? "")))
  }
}
