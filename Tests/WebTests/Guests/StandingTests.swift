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

/// Covers the whole route table, so that a page added tomorrow is tried as well: everything behind a guest's link, for
/// each standing a guest can have at a party.
@Suite struct StandingTests {
  enum Standing: String, CaseIterable, Sendable {
    case sentAway, withdrawn, declined, missed, missedMember, wasThere
    case sentAwayBefore, withdrawnBefore, declinedBefore, asked, coming, cancelled

    /// The pages open to them besides the page itself; everything else is refused.
    var open: Set<String> {
      let anyAnswer: Set<String> = ["reply", "votes", "wishes", "zone", "company"]
      return switch self {
      case .sentAway, .sentAwayBefore: []
      case .withdrawn, .declined: ["membership", "erasure"]
      case .missed: ["erasure"]
      case .missedMember: ["evening.txt", "membership", "erasure"]
      case .wasThere:
        [
          "ballot", "promises/{number}", "coasters/{table}", "cards.vcf", "evening.txt", "membership", "erasure",
        ]
      case .withdrawnBefore, .cancelled: ["membership"]
      case .declinedBefore: anyAnswer.union(["membership"])
      case .asked: anyAnswer.union(["membership", "floor", "floor/socket", "floor/line", "floor/line/bytes"])
      case .coming:
        anyAnswer.union([
          "membership", "floor", "floor/socket", "floor/line", "floor/line/bytes", "party.ics", "questions",
          "questions/{question}",
        ])
      }
    }

    /// Includes the pages that come with a membership, and with a no.
    var opened: Set<String> {
      let more: Set<String> = open.contains("membership") ? ["avoidances"] : []
      return open.union(more).union(self == .declinedBefore ? ["referral"] : [])
    }

    var isBefore: Bool {
      [.sentAwayBefore, .withdrawnBefore, .declinedBefore, .asked, .coming, .cancelled].contains(self)
    }
  }

  @Test("Every guest route is open to those it is for, and closed to everybody else", arguments: Standing.allCases)
  func routes(standing: Standing) async throws {
    let evening = try await KeptEvening(standing)
    try await evening.scene.site.run { browser in
      // No plain request opens a socket; the floor's tests check who is locked out of its page.
      for route in evening.routes where !standing.opened.contains(route.name) && route.name != "floor/socket" {
        let before = try await evening.scene.site.dump()
        let page = try await route.call(browser)
        let isLedBack = page.status == 303 && page.location == Path.personal(evening.token).text
        #expect([404, 409].contains(page.status) || isLedBack, "\(route.method) \(route.name): \(page.status)")
        let after = try await evening.scene.site.dump()
        #expect(before == after, "\(route.name) has changed something")
        #expect(!KeptEvening.secrets.contains(where: page.contains), "\(route.name)")
      }
      for route in evening.routes where standing.opened.contains(route.name) && !route.needsMore {
        let page = try await route.call(browser)
        #expect([200, 303].contains(page.status), "\(route.method) \(route.name): \(page.status)")
      }
    }
  }

  @Test("The page itself shows nobody what they have no right to", arguments: Standing.allCases)
  func page(standing: Standing) async throws {
    let evening = try await KeptEvening(standing)
    try await evening.scene.site.run { browser in
      let page = try await browser.get(.personal(evening.token))
      #expect(page.status == 200)
      #expect(page.contains(KeptEvening.shared) == [.wasThere, .missedMember].contains(standing))
      for secret in [KeptEvening.own, KeptEvening.promise, KeptEvening.phone] {
        #expect(page.contains(secret) == (standing == .wasThere), "\(secret)")
      }
      if standing == .sentAway || standing == .sentAwayBefore { #expect(!page.contains("action=\"/g/")) }
      #expect(!page.contains(KeptEvening.others))
    }
  }

  @Test("A removed guest gets no summary, joins no circle, and is not carried over to the next evening")
  func afterwards() async throws {
    let evening = try await KeptEvening(.sentAway)
    let (scene, guest) = (evening.scene, evening.guest)
    try await scene.tick()
    #expect(try await scene.mails(to: guest.guest.id).isEmpty)
    let other = try await scene.guests(of: scene.evenings[0])[1]
    #expect(try await scene.mails(to: other.guest.id).map(\.kind) == [.summary])
    let next = try await scene.nextEvening()
    #expect(try await scene.guests(of: next).map(\.guest.person).contains(other.guest.person))
    #expect(!(try await scene.guests(of: next).map(\.guest.person).contains(guest.guest.person)))
    let party = scene.evenings[0]
    let present = try await scene.services.database.read { [circle = scene.circle] in
      try CircleMemberStore(connection: $0, circle: circle).present(at: party)
    }
    #expect(!present.contains(guest.guest.person) && present.contains(other.guest.person))
  }
}

/// An evening of a circle with something of everything, and a guest with a given standing.
private struct KeptEvening: Sendable {
  static let (own, shared, others) = ("Zeile vom eigenen Tisch", "Zeile vom geteilten Tisch", "Zeile vom fremden Tisch")
  static let (promise, phone) = ("das versprochene Papier", "+49 30 7654321")
  static let secrets = [own, shared, others, promise, phone]

  let scene: CircleScene
  let guest: KnownGuest
  let token: Token
  let routes: [Route]

  struct Route: Sendable {
    let method: HTTPRequest.Method
    let name: String
    let path: String

    /// Open, but answering only a socket's request, or only if there is a poll or a guest of honour, or if another
    /// member is named.
    var needsMore: Bool {
      ["floor/socket", "votes", "questions", "questions/{question}", "avoidances"].contains(name)
    }

    func call(_ browser: Browser) async throws -> Browser.Page {
      method == .post ? try await browser.post(path, fields) : try await browser.get(path)
    }

    private var fields: [(String, String)] {
      [
        ("referred", "Nora Feld"),
        ("answer", "yes"), ("learnt", "yes"), ("kept", "1"), ("shared", "1"), ("member", "0"),
        ("zone", "Europe/Berlin"), ("shown", "nothing"),
        ("up", "1"), ("down", "1"), ("roundTrip", "1"), ("late", "more"), ("again", "yes"), ("question", "Was?"),
        ("vote", "1"), ("wishes", "Ein Wunsch"),
        ("assistantName", "Vera Klein"), ("assistantEmail", "v.klein@example.org"),
      ]
    }
  }

  init(_ standing: StandingTests.Standing) async throws {
    scene = try await CircleScene(results: [nil])
    let (party, guests) = (scene.evenings[0], try await scene.guests(of: scene.evenings[0]))
    guest = guests[0]
    token = scene.token(guest)
    routes = Self.routes(scene.services, token)
    let (now, circle) = (Moment(scene.site.now), scene.circle)
    try await scene.services.database.write { connection in
      try Self.fill(party, guests, now, connection)
      try Self.place(guests[0].guest, standing, circle, connection)
    }
  }

  private static func routes(_ services: Services, _ token: Token) -> [Route] {
    let start = "/g/{token}/"
    let ids = ["{number}": "1", "{table}": "t1", "{question}": services.newID(Entity.HonourQuestion.self).description]
    return buildRouter(services).routes.compactMap { route in
      let pattern = route.path.description
      guard pattern.hasPrefix(start), [.get, .post].contains(route.method) else { return nil }
      let name = String(pattern.dropFirst(start.count))
      let rest = ids.reduce(name) { $0.replacing($1.key, with: $1.value) }
      return Route(method: route.method, name: name, path: "/g/\(token.text)/\(rest)")
    }
    // The erasure comes last.
    .sorted { ($0.name == "erasure" ? 1 : 0, $0.name) < ($1.name == "erasure" ? 1 : 0, $1.name) }
  }

  /// Table 1 is the guest's, table 2 is somebody else's and shared, table 3 is somebody else's.
  private static func fill(
    _ party: PartyID, _ guests: [KnownGuest], _ now: Moment, _ connection: any Connection
  ) throws {
    let who = guests.map(\.guest.participant)
    for (number, text) in [own, shared, others].enumerated() {
      let (table, author) = (TableID(number: number + 1), who[number])
      try connection.execute(
        """
        INSERT INTO table_stay (party_id, participant, since, until, table_id, number)
        VALUES (\(party), \(author), \(now), \(now.adding(seconds: 600)), \(table), \(number))
        """)
      try connection.execute(
        """
        INSERT INTO coaster_line (party_id, line, table_id, author, text, revision, created_at, changed_at)
        VALUES (\(party), \(number + 1), \(table), \(author), \(text), 1, \(now), \(now))
        """)
    }
    try connection.execute(
      """
      INSERT INTO coaster_share (party_id, table_id, participant, at)
      VALUES (\(party), \(TableID(number: 2)), \(who[1]), \(now))
      """)
    try connection.execute(
      "INSERT INTO promise (party_id, number, maker, text, at) VALUES (\(party), 1, \(who[0]), \(promise), \(now))")
    try connection.execute(
      "INSERT INTO card_exchange (party_id, giver, taker, at) VALUES (\(party), \(who[1]), \(who[0]), \(now))")
    try connection.execute(
      "UPDATE guest SET card_name = name, card_phone = \(phone) FROM person WHERE guest.id = \(guests[1].guest.id) AND person.id = guest.person_id"
    )
    try GuestStore(connection: connection).note(GuestEvent.card, of: guests[1].guest.id, at: now.date)
  }

  private static func place(
    _ guest: Guest, _ standing: StandingTests.Standing, _ circle: CircleID, _ connection: any Connection
  ) throws {
    func set(_ sql: SQL) throws { try connection.execute("UPDATE guest SET \(sql) WHERE id = \(guest.id)") }
    func stayAway() throws { try connection.execute("DELETE FROM participant WHERE guest_id = \(guest.id)") }
    if standing.isBefore {
      let stage = standing == .cancelled ? PartyStage.cancelled : .scheduled
      try connection.execute("UPDATE party SET state = \(stage) WHERE id = \(guest.party)")
    }
    switch standing {
    case .sentAway, .sentAwayBefore: try set("removed_at = \(guest.invitation.invitedAt)")
    case .withdrawn, .withdrawnBefore, .cancelled: try set("state = \(GuestState.withdrawn)")
    case .declined, .declinedBefore:
      try set("state = \(GuestState.declined), answer = 'no'")
      try stayAway()
    case .missed:
      try stayAway()
      try connection.execute("DELETE FROM circle_member WHERE person_id = \(guest.person) AND circle_id = \(circle)")
    case .missedMember: try stayAway()
    case .asked: try set("state = \(GuestState.invited), answer = NULL, answered_at = NULL")
    case .wasThere, .coming: break
    }
  }
}
