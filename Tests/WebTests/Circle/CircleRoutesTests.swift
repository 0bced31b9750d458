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

@Suite struct CircleRoutesTests {
  @Test("An evening becomes a circle of everybody who was there, once, and the bar links to it from then on")
  func founded() async throws {
    let site = try await CircleScene(results: [nil])
    try await site.services.database.write { [circle = site.circle] in
      try $0.execute("DELETE FROM circle WHERE id = \(circle)")
    }
    try await site.site.run { browser in
      let host = try await browser.signedIn()
      let link = "href=\"\(Path.circles.text)\""
      #expect(!(try await host.get(.home)).contains(link))
      let fields = [("party", site.evenings[0].description), ("rhythm", "monthly"), ("name", "Montagsrunde")]
      let first = try await host.post(.circles, fields)
      #expect(first.status == 303)
      #expect(try await host.post(.circles, fields).location == first.location)
      let location = try #require(first.location)
      let page = try await host.get(location)
      for name in ["Anna Berg", "Eva Roth"] { #expect(page.contains(name)) }
      #expect(try await host.get(.home).contains(link))
      #expect(try await host.get(.party(site.evenings[0])).contains(first.location ?? "-"))
      #expect(try await host.get(.party(site.evenings[0])).contains(Path.evening(site.evenings[0]).text))
    }
  }

  @Test(
    "The next evening carries the core over, the question grows from what was left open, and there is one at a time")
  func next() async throws {
    let scene = try await CircleScene(results: [.good, .good])
    let guests = try await scene.guests(of: scene.evenings[1])
    try await scene.services.database.write { [scene] connection in
      // Clara left of her own accord.
      let members = CircleMemberStore(connection: connection, circle: scene.circle)
      try members.leave(scene.people[2], at: scene.site.now)
      let (party, now) = (scene.evenings[1], Moment(scene.site.now))
      try connection.execute(
        """
        INSERT INTO coaster_line (party_id, line, table_id, author, text, revision, created_at, changed_at)
        VALUES (\(party), 1, 't1', \(guests[0].guest.participant), 'Wer fragt, führt?', 1, \(now), \(now))
        """)
      try connection.execute(
        """
        INSERT INTO coaster_share (party_id, table_id, participant, at)
        VALUES (\(party), 't1', \(guests[0].guest.participant), \(now))
        """)
    }
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let planned = try await host.post(.circleParties(scene.circle))
      let id = try #require(planned.location.flatMap { PartyID(String($0.dropFirst("/parties/".count))) })
      let chosen = try await scene.guests(of: id).filter { $0.guest.standing == .chosen }.map(\.guest.person)
      #expect(Set(chosen) == Set(scene.people).subtracting([scene.people[2]]))
      let party = try await scene.services.database.read { try PartyStore(connection: $0).party(id) }
      #expect(party.substance.question == "Wer fragt, führt?" && party.stage == .draft)
      #expect(try await host.post(.circleParties(scene.circle)).status == 409)
    }
  }

  @Test("A member leaves with one tap and may come back; the others see who the members are")
  func membership() async throws {
    let scene = try await CircleScene(results: [nil])
    let guests = try await scene.guests(of: scene.evenings[0])
    try await scene.site.run { browser in
      let (token, other) = (scene.token(guests[0]), scene.token(guests[1]))
      #expect(try await browser.get(.personal(other)).contains("Anna Berg"))
      #expect(try await browser.post(.circleMembership(token), [("member", "0")]).status == 303)
      #expect(!(try await browser.get(.personal(other))).contains("Anna Berg"))
      let host = try await browser.signedIn()
      #expect(try await host.get(.circle(scene.circle)).contains("Nicht mehr dabei: Anna Berg"))
      _ = try await browser.post(.circleMembership(token), [("member", "1")])
      #expect(try await browser.get(.personal(other)).contains("Anna Berg"))
    }
  }

  @Test("A dull series ends kindly: proposed after two, thanks for everybody once, and no evening after it")
  func kindEnd() async throws {
    let scene = try await CircleScene(results: [.good, .dull, .dull])
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.get(.circle(scene.circle))
      #expect(page.contains("Zeit für ein gutes Ende") && !page.contains("Schon jetzt einen Ehrengast"))
      #expect(try await host.get(.circleEnd(scene.circle)).status == 200)
      for _ in 0..<2 { _ = try await host.post(.circleEnd(scene.circle), [("farewell", "1")]) }
      #expect(try await scene.count("SELECT count(*) AS n FROM outbox WHERE kind = 'farewell'") == 5)
      #expect(try await host.post(.circleParties(scene.circle)).status == 409)
      #expect(try await host.get(.circle(scene.circle)).contains("Die Reihe ist zu Ende"))
    }
  }

  @Test("A series with an evening ahead is not ended behind its guests' backs")
  func notWhileAhead() async throws {
    let scene = try await CircleScene(results: [.dull, .dull])
    _ = try await scene.nextEvening()
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      #expect(try await host.post(.circleEnd(scene.circle), [("farewell", "1")]).status == 409)
      #expect(try await scene.count("SELECT count(*) AS n FROM outbox WHERE kind = 'farewell'") == 0)
    }
  }

  @Test("Summaries are mailed once, to those who came or wanted to, not to those who declined")
  func summaries() async throws {
    let scene = try await CircleScene(results: [nil])
    let guests = try await scene.guests(of: scene.evenings[0])
    try await scene.services.database.write {
      try $0.execute("UPDATE participant SET entered_at = NULL WHERE id = \(guests[3].guest.participant)")
      try $0.execute("UPDATE participant SET entered_at = NULL WHERE id = \(guests[4].guest.participant)")
      try $0.execute("UPDATE guest SET state = 'declined' WHERE id = \(guests[4].guest.id)")
    }
    for _ in 0..<2 { try await scene.tick() }
    #expect(try await scene.count("SELECT count(*) AS n FROM outbox WHERE kind = 'summary'") == 4)
    #expect(try await scene.mails(to: guests[4].guest.id).isEmpty)
  }

  @Test("Another host finds no circle")
  func otherHost() async throws {
    let scene = try await CircleScene()
    let stranger = try await scene.site.addHost("jonas.wirth@example.net")
    try await scene.site.run { browser in
      let host = try await browser.signedIn(as: stranger)
      for path in [Path.circle(scene.circle), .circleEnd(scene.circle), .circleHonour(scene.circle)] {
        #expect(try await host.get(path).status == 404)
      }
      for path in [Path.circle(scene.circle), .circleEnd(scene.circle), .circleParties(scene.circle)] {
        #expect(try await host.post(path).status == 404)
      }
      #expect(!(try await host.get(.circles)).contains("Runde am Montag"))
    }
  }
}
