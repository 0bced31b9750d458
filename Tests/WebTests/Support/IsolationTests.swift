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

/// Covers the whole route table, so that a page added tomorrow is tried as well.
@Suite struct IsolationTests {
  @Test("Every URL of another host answers 404, and nothing of theirs changes")
  func otherHosts() async throws {
    let site = try await TestSite()
    let places = try await Places(site: site)
    let stranger = try await site.addHost("jonas.wirth@example.net")
    try await site.run { browser in
      let browser = try await browser.signedIn(as: stranger)
      let before = try await site.dump()
      for route in places.routes {
        let page = route.method == .post ? try await browser.post(route.path) : try await browser.get(route.path)
        #expect(page.status == 404, "\(route.method) \(route.pattern)")
        #expect(!page.contains("Coaching am Abend") && !page.contains("Anna Berg"), "\(route.pattern)")
      }
      let after = try await site.dump()
      #expect(after == before)
    }
  }

  @Test("Through a party of one's own, nothing of another host's is reached: not by the path, and not by a field")
  func crossed() async throws {
    let site = try await TestSite()
    let places = try await Places(site: site)
    let stranger = try await site.addHost("jonas.wirth@example.net")
    let own = Party(
      id: site.services.newID(), host: stranger, title: "Eigenes", occasion: nil, form: .du, at: site.now)
    try await site.services.database.write { try PartyStore(connection: $0).insert(own) }
    let theirs = [
      "person", "other", "guest", "mail", "circle", "list", "import", "session", "token", "webhook", "host",
    ]
    let fields = theirs.map { ($0, places.ids[$0] ?? places.ids["person"] ?? "") }
    try await site.run { browser in
      let browser = try await browser.signedIn(as: stranger)
      for route in places.routes where route.pattern.contains("{party}") {
        let path = route.path.replacing(places.ids["party"] ?? "", with: own.id.description)
        let page = route.method == .post ? try await browser.post(path, fields) : try await browser.get(path)
        let names = route.pattern.split(separator: "/").filter {
          $0.hasPrefix("{") && !["{party}", "{node}"].contains($0)
        }
        if !names.isEmpty { #expect(page.status == 404, "\(route.method) \(route.pattern)") }
        #expect(page.status < 500 && !page.contains("Anna Berg"), "\(route.method) \(route.pattern)")
      }
    }
    let (mine, left) = try await site.services.database.read { [host = site.host.id] connection in
      (
        try connection.count(
          """
          SELECT count(*) AS n FROM guest JOIN person ON person.id = guest.person_id
          WHERE guest.party_id = \(own.id) AND person.host_id = \(host)
          """),
        try connection.count("SELECT count(*) AS n FROM person WHERE host_id = \(host)")
      )
    }
    #expect(mine == 0 && left == Bookshelf.coaches.count)
  }

  @Test("Nobody reaches a host's page without signing in")
  func nobody() async throws {
    let site = try await TestSite()
    let places = try await Places(site: site)
    try await site.run { browser in
      for route in places.routes {
        let isForm = route.method == .post
        let page = isForm ? try await browser.post(route.path) : try await browser.get(route.path)
        #expect(isForm ? page.status == 401 : page.location == Path.signIn.text, "\(route.pattern)")
      }
    }
  }

  @Test("Their own host is admitted everywhere")
  func ownHost() async throws {
    let site = try await TestSite()
    let places = try await Places(site: site)
    #expect(places.routes.count > 40)
    try await site.run { browser in
      let host = try await browser.signedIn()
      for route in places.routes where route.method == .get {
        let status = try await host.get(route.path).status
        // No plain request opens a socket; a party without a date has no entry.
        let others = ["/socket": [400], "/entry.ics": [404]]
        let expected = others.first { route.pattern.hasSuffix($0.key) }?.value ?? [200, 303]
        #expect(expected.contains(status), "\(route.pattern) answers \(status)")
      }
    }
  }
}

extension IsolationTests {
  /// Statements of pages that still query some things more than once. These numbers only ever fall.
  private static let stillMany = [
    "/parties/{party}/choosing": 18, "/parties/{party}/letters": 9, "/parties/{party}/letters/{guest}": 9,
    "/parties/{party}/programme": 7,
    "/parties/{party}/honour": 8, "/circles": 14, "/circles/{circle}": 13, "/circles/{circle}/end": 13,
    "/circles/{circle}/honour": 13,
    // They play through an action, and undo it.
    "/parties/{party}/waves/preview": 12, "/parties/{party}/guests/{guest}/withdrawal": 11,
    "/parties/{party}/honour/letter": 8, "/parties/{party}/honour/withdrawal": 8,
  ]

  @Test("A page of a host takes at most six statements")
  func fewStatements() async throws {
    let site = try await TestSite()
    let places = try await Places(site: site)
    try await site.run { browser in
      let host = try await browser.signedIn()
      let others = ["/", "/parties", "/people", "/circles", "/settings"]
      let pages = places.routes.filter { $0.method == .get }.map { ($0.pattern, $0.path) } + others.map { ($0, $0) }
      for (pattern, path) in pages {
        _ = site.statements.taken()
        _ = try await host.get(path)
        let statements = site.statements.taken()
        let most = Self.stillMany[pattern, default: 6]
        #expect(statements.count <= most, "\(pattern): \(statements.count)\n\(statements.joined(separator: "\n"))")
      }
    }
  }

  @Test("More parties, guests and people take no more statements")
  func neverOneForEachRow() async throws {
    let site = try await TestSite()
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(Bookshelf.coaches).people
    try await site.run { browser in
      let host = try await browser.signedIn()
      var counts: [[Int]] = []
      for number in 1...3 {
        let party = try await shelf.addParty()
        try await shelf.choose(Array(people.prefix(number)), for: party)
        _ = site.statements.taken()
        var taken: [Int] = []
        for path in ["/", "/parties", "/people", "/parties/\(party.id)"] {
          _ = try await host.get(path)
          taken.append(site.statements.taken().count)
        }
        counts.append(taken)
      }
      #expect(counts[0] == counts[1] && counts[1] == counts[2], "\(counts)")
    }
  }
}

/// One of everything that belongs to the site's host, with the routes that lead to it.
struct Places {
  struct Route {
    let method: HTTPRequest.Method
    let pattern: String
    let path: String
  }

  let routes: [Route]
  /// By their names in routes.
  let ids: [String: String]

  /// - Parameter people: nobody the site's host already knows; the first is a guest.
  init(site: TestSite, people: [Bookshelf.Somebody] = Bookshelf.coaches) async throws {
    let ids = try await Self.fill(site, people)
    self.ids = ids
    routes = buildRouter(site.services).routes.compactMap { route in
      let pattern = route.path.description
      guard pattern.contains("{"), [.get, .post].contains(route.method),
        !Self.byLink.contains(where: pattern.hasPrefix), !Self.ofNodes.contains(pattern)
      else { return nil }
      let path = ids.reduce(pattern) { $0.replacing("{\($1.key)}", with: $1.value) }
      #expect(!path.contains("{"), "nothing to try \(pattern) with")
      return Route(method: route.method, pattern: pattern, path: path)
    }
  }

  /// Routes that a secret in the path opens, or nobody's.
  private static let byLink = [
    "/g/", "/n/{node}/g/", "/assistant/", "/sign-in/", "/sign-on/", "/calendar/", "/settings/address/", "/assets/",
    "/objection/", "/api/", "/gallery/",
  ]

  /// A load balancer and other nodes ask these, and learn nothing else than that a node lives and is heard.
  private static let ofNodes = ["/n/{node}", "/n/{node}/database"]

  /// - Returns: the ids, by their names in routes.
  private static func fill(_ site: TestSite, _ people: [Bookshelf.Somebody]) async throws -> [String: String] {
    let shelf = Bookshelf(site: site)
    let people = try await shelf.add(people).people
    let party = try await shelf.addParty()
    try await shelf.choose([people[0]], for: party)
    let guest = try await shelf.guests(of: party)[0]
    let (mail, list, session) = (
      site.services.newID(Entity.OutboxMail.self), site.services.newID(Entity.Import.self),
      site.services.newID(Entity.Session.self)
    )
    let (addressed, token, webhook) = (
      site.services.newID(Entity.PeopleList.self), site.services.newID(Entity.APIToken.self),
      site.services.newID(Entity.Webhook.self)
    )
    let circle = Circle(
      id: site.services.newID(), host: site.host.id, name: "Coaching am Abend", rhythm: .monthly, eveningsToHonour: 3,
      createdAt: site.now, endedAt: nil)
    try await site.services.database.write { [site, now = site.now] connection in
      try CircleStore(connection: connection).insert(circle)
      try CircleStore(connection: connection).assign(party.id, to: circle.id)
      try OutboxStore(connection: connection).add(
        OutgoingMail(
          id: mail, key: "letter:\(guest.guest.id)", host: site.host.id, party: party.id, guest: guest.guest.id,
          kind: .letter, state: .byHand, recipientName: guest.name, recipient: guest.email,
          subject: "Coaching am Abend",
          text: "Anna Berg", messageID: "\(mail)@example.org", createdAt: now))
      try connection.execute(
        """
        INSERT INTO import (
          id, host_id, occasion_id, list_name, file_name, digest, source, state, created_at)
        SELECT \(list), host_id, id, 'Anna Berg', 'a.csv', 'y', 'participantList', 'failed', \(now) FROM occasion
        LIMIT 1
        """)
      try connection.execute(
        """
        INSERT INTO people_list (id, host_id, occasion_id, name, source, kind, file_name, digest, imported_at, address)
        SELECT \(addressed), host_id, id, 'Anna Berg', 'participantList', 'csv', 'a.csv', 'y', \(now),
          'https://example.org/' FROM occasion LIMIT 1
        """)
      _ = try APITokenStore(connection: connection).insert(
        APIToken(id: token, name: "Anna Berg", scopes: [.readPeople], createdAt: now), hash: "y", of: site.host.id)
      _ = try WebhookStore(connection: connection).insert(
        Webhook(id: webhook, url: "https://example.org/", createdAt: now), of: site.host.id)
      try SessionStore(connection: connection).insert(session, hash: "x", host: site.host.id, device: "", at: now)
    }
    return [
      "person": people[0].description, "party": party.id.description, "guest": guest.guest.id.description,
      "circle": circle.id.description, "mail": mail.description, "import": list.description,
      "session": session.description, "list": addressed.description, "token": token.description,
      "webhook": webhook.description, "host": site.host.id.description, "cohosting": party.id.description,
      "number": "1", "node": "1",
    ]
  }
}
