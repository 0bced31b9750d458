import Core
import Foundation
import Testing

@testable import Acts
@testable import GuestPages
@testable import House
@testable import Records

/// A guest who declines names somebody to invite instead, and the host decides.
@Suite struct ReferralTests {
  private static let nora = [
    ("referred", "Nora Feld"), ("referredLine", "Leiterin Weiterbildung"), ("referredContact", "nora.feld@example.org"),
  ]

  @Test("A guest who declined proposes somebody; the host sees it and adds them to the table with one tap")
  func taken() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.declined, .accepted])
    try await Self.decline(table)
    try await site.run { browser in
      #expect(try await browser.get(.personal(table.token(0))).contains("Wen sollte"))
      #expect(try await !browser.get(.personal(table.token(1))).contains("Wen sollte"))
      let sent = try await browser.post(.referral(table.token(0)), Self.nora)
      #expect(sent.location?.hasSuffix("?saved=referral") == true)
      let host = try await browser.signedIn()
      for page in [Path.waves(table.party), .guestHistory(table.party, table.guests[0])] {
        #expect(try await host.get(page).contains("Schlägt vor: Nora Feld"), "\(page.text)")
      }
      #expect(try await host.get(.party(table.party)).contains("Über einen Vorschlag entscheiden"))
      let decided = try await host.post(.referral(table.party, table.guests[0]), [("decision", "take")])
      #expect(decided.status == 303)
      #expect(try await browser.get(.personal(table.token(0))).contains("Danke für Ihren Vorschlag"))
      let again = try await host.post(.referral(table.party, table.guests[0]), [("decision", "take")])
      #expect(again.status == 409 && again.contains("nicht mehr offen"))
    }
    let taken = try #require(try await Self.guests(table).last)
    #expect((taken.name, taken.email, taken.role) == ("Nora Feld", "nora.feld@example.org", "Leiterin Weiterbildung"))
    #expect(taken.guest.standing == .chosen && taken.guest.invitation.state == .shortlisted)
    let facts = try await site.services.database.read { [services = site.services, host = site.host] connection in
      try LetterComposition(services: services).facts(
        for: taken, party: try PartyStore(connection: connection).party(table.party), host: host,
        connection: connection)
    }
    #expect(facts.source == .guest("Gast 1 Muster"))
  }

  @Test("Somebody the host already knows is not created again")
  func known() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.declined, .accepted])
    try await Self.decline(table)
    let bruno = try await Bookshelf(site: site).add([.init(name: "Bruno Kern")]).people[0]
    try await site.run { browser in
      _ = try await browser.post(
        .referral(table.token(0)), [("referred", "B. Kern"), ("referredContact", "Bruno.Kern@example.org")])
      _ = try await browser.signedIn().post(.referral(table.party, table.guests[0]), [("decision", "take")])
    }
    #expect(try await Self.guests(table).map(\.guest.person).contains(bruno))
  }

  @Test("Nothing is kept about a person the host does not take up, and the guest is not told")
  func refused() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.declined])
    try await Self.decline(table)
    try await site.run { browser in
      _ = try await browser.post(.referral(table.token(0)), Self.nora)
      let host = try await browser.signedIn()
      let form = [("decision", "refuse"), ("back", "waves")]
      let refused = try await host.post(.referral(table.party, table.guests[0]), form)
      #expect(refused.location == Path.waves(table.party).text)
      #expect(try await browser.get(.personal(table.token(0))).contains("Danke für Ihren Vorschlag"))
      #expect(try await browser.post(.referral(table.token(0)), Self.nora).status == 409)
      #expect(try await host.post(.referral(table.party, table.guests[0]), [("decision", "maybe")]).status == 400)
    }
    let left = try await site.services.database.read { connection in
      try connection.rows("SELECT name, line, contact FROM referral") { row in
        try ["name", "line", "contact"].map { try row.get($0, as: String.self) }
      }
    }
    #expect(left == [["", "", ""]])
  }

  @Test("An error is shown beside its field, and no input is lost; a proposal can be taken back")
  func typed() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.declined])
    try await Self.decline(table)
    try await site.run { browser in
      let nameless = [("referred", ""), ("referredLine", "Die Kollegin von neulich")]
      let page = try await browser.post(.referral(table.token(0)), nameless)
      #expect(page.status == 422 && page.contains("Ein Name genügt") && page.contains("Die Kollegin von neulich"))
      let english = try await browser.reading("en").post(.referral(table.token(0)), [("referred", "x@example.org")])
      #expect(english.status == 422 && english.contains("id=\"referred-error\""))
      let long = Self.nora + [("referredContact", String(repeating: "x", count: 201))]
      #expect(try await browser.post(.referral(table.token(0)), long).contains("id=\"referredContact-error\""))
      _ = try await browser.post(.referral(table.token(0)), Self.nora)
      #expect(try await browser.get(.personal(table.token(0))).contains("Sie haben Nora Feld vorgeschlagen"))
      _ = try await browser.post(.referral(table.token(0)), [("withdrawn", "1")])
      #expect(try await !browser.get(.personal(table.token(0))).contains("Nora Feld"))
    }
  }

  @Test("A named person's erasure removes the proposal; after the party no open one stays")
  func erased() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.declined, .declined, .declined])
    try await Self.decline(table)
    let other = try await Bookshelf(site: site).add([.init(name: "Nora Feld", email: "n@example.org")]).people[0]
    try await site.run { browser in
      for index in 0..<2 { _ = try await browser.post(.referral(table.token(index)), Self.nora) }
      let host = try await browser.signedIn()
      _ = try await host.post(.referral(table.party, table.guests[0]), [("decision", "take")])
      let taken = try #require(try await Self.guests(table).last).guest.person
      #expect(try await host.post(.personErasure(taken)).status == 303)
      #expect(try await Self.count(site) == 0)
      _ = try await browser.post(.referral(table.token(1)), Self.nora)
      #expect(try await host.post(.personErasure(other)).status == 303)
      #expect(try await Self.count(site) == 0)
      _ = try await browser.post(.referral(table.token(2)), [("referred", "Otto Blum")])
    }
    try await site.services.database.write { [now = site.now] connection in
      try connection.execute("UPDATE party SET state = 'cancelled', changed_at = \(now)")
    }
    try await Retention(services: site.services).look()
    #expect(try await Self.count(site) == 0)
  }

  private static func decline(_ table: SetTable) async throws {
    try await table.site.run { browser in
      for index in table.guests.indices where try await table.state(index) == .declined {
        _ = try await browser.post(.reply(table.token(index)), [("answer", "no")])
      }
    }
  }

  private static func guests(_ table: SetTable) async throws -> [KnownGuest] {
    try await table.site.services.database.read { try GuestStore(connection: $0).guests(of: table.party) }
  }

  private static func count(_ site: TestSite) async throws -> Int {
    try await site.services.database.read { try $0.count("SELECT count(*) AS n FROM referral") }
  }
}
