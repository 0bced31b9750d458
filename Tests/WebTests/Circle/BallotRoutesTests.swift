import Core
import Database
import Foundation
import TestKit
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

@Suite struct BallotRoutesTests {
  @Test("Ballots are counted once, from three answers up, and then deleted")
  func counted() async throws {
    let scene = try await CircleScene(results: [nil])
    let (party, guests) = (scene.evenings[0], try await scene.guests(of: scene.evenings[0]))
    try await scene.site.run { browser in
      let host = try await browser.signedIn()
      for guest in guests.prefix(3) {
        let ballot = [("learnt", "yes"), ("gave", "no"), ("again", "yes"), ("line", "Zeile")]
        #expect(try await browser.post(.ballot(scene.token(guest)), ballot).status == 303)
      }
      try await scene.tick()
      #expect(try await host.get(.evening(party)).contains("Noch wird abgestimmt"))
      scene.site.advance(days: 8)
      try await scene.tick()
      let page = try await host.get(.evening(party))
      #expect(page.contains("Kämen wieder") && page.contains("Zeile"))
      #expect(try await browser.post(.ballot(scene.token(guests[4])), [("again", "no")]).status == 409)
      #expect(try await scene.count("SELECT count(*) AS n FROM ballot") == 0)
    }
  }

  @Test("Two answers give no result, and nothing of them is kept")
  func tooFew() async throws {
    let scene = try await CircleScene(results: [nil])
    let (party, guests) = (scene.evenings[0], try await scene.guests(of: scene.evenings[0]))
    try await scene.site.run { browser in
      for guest in guests.prefix(2) {
        _ = try await browser.post(.ballot(scene.token(guest)), [("again", "no"), ("line", "Nie wieder")])
      }
      scene.site.advance(days: 8)
      try await scene.tick()
      let page = try await (try await browser.signedIn()).get(.evening(party))
      #expect(page.contains("Weniger als drei") && !page.contains("Nie wieder"))
      #expect(try await scene.count("SELECT count(*) AS n FROM ballot") == 0)
      #expect(try await scene.count("SELECT count(*) AS n FROM ballot_result") == 0)
    }
  }

  @Test("A new answer replaces the whole of the old one; somebody who wasn't there has no ballot")
  func replaced() async throws {
    let scene = try await CircleScene(results: [nil])
    let guests = try await scene.guests(of: scene.evenings[0])
    let absent = guests[4].guest.participant
    try await scene.services.database.write {
      try $0.execute("UPDATE participant SET entered_at = NULL WHERE id = \(absent)")
    }
    try await scene.site.run { browser in
      let token = scene.token(guests[0])
      _ = try await browser.post(.ballot(token), [("learnt", "yes"), ("line", "Lang.")])
      _ = try await browser.post(.ballot(token), [("gave", "yes"), ("again", "no"), ("line", "Kurz.")])
      let stored = try await scene.services.database.read {
        try $0.rows("SELECT learnt, gave, again, line FROM ballot", as: Ballot.init)
      }
      #expect(stored == [Ballot(gave: true, again: false, line: "Kurz.")])
      #expect(try await browser.post(.ballot(scene.token(guests[4])), [("again", "yes")]).status == 409)
      #expect(
        !(try await browser.get(.personal(scene.token(guests[4]))).contains(Path.ballot(scene.token(guests[4])).text)))
    }
  }

  @Test("The link, which the host knows too, reveals only that somebody answered: every answer looks the same")
  func writeOnly() async throws {
    let scene = try await CircleScene(results: [nil])
    let guest = try await scene.guests(of: scene.evenings[0])[0]
    try await scene.site.run { browser in
      let token = scene.token(guest)
      let blank = try await browser.get(.personal(token)).text
      var pages: Set<String> = []
      for (answer, line) in [("yes", "Geheim"), ("no", "Nie wieder"), ("", "Nur eine Zeile")] {
        let fields = ["learnt", "gave", "again"].filter { _ in !answer.isEmpty }.map { ($0, answer) }
        _ = try await browser.post(.ballot(token), fields + [("line", line)])
        for path in [Path.personal(token), .keepsakes(token)] {
          #expect(!(try await browser.get(path).contains(line)))
        }
        pages.insert(try await browser.get(.personal(token)).text)
      }
      #expect(pages.count == 1 && !pages.contains(blank))
      #expect(pages.allSatisfy { !$0.contains(" checked") && !$0.contains("aria-pressed") })
    }
  }

  @Test(
    "No page and no export tells who gave which ballot: dealt out otherwise, they all read the same", arguments: 0..<4)
  func untraceable(seed: UInt64) async throws {
    var chance = SeededGenerator(seed: seed)
    let scene = try await CircleScene(results: [.good, nil])
    let guests = try await scene.guests(of: scene.evenings[1])
    let ballots = guests.indices.map { index in
      Ballot(
        learnt: Bool.random(using: &chance), gave: [true, false, nil].randomElement(using: &chance) ?? nil,
        again: Bool.random(using: &chance), line: index < 2 ? "Zeile \(index)" : "")
    }
    let orders = [ballots, ballots.shuffled(using: &chance), ballots.reversed()]
    try await scene.site.run { browser in
      // The summaries are sent once, and would otherwise make the first time differ from the others.
      try await scene.tick()
      var open: [[String]] = []
      var counted: [[String]] = []
      for order in orders {
        try await scene.reopenBallots()
        for (guest, ballot) in zip(guests, order) { try await scene.give(ballot, guest, browser) }
        open.append(try await scene.hostPages(guests, browser))
        try await scene.tick()
        counted.append(try await scene.hostPages(guests, browser) + scene.guestPages(guests, browser))
      }
      #expect(open.allSatisfy { $0 == open[0] })
      #expect(counted.allSatisfy { $0 == counted[0] })
      #expect(try await scene.count("SELECT count(*) AS n FROM ballot") == 0)
    }
  }
}

extension CircleScene {
  func tick() async throws { try await Afterglow(services: services).tick(at: site.now) }

  func count(_ sql: SQL) async throws -> Int { try await services.database.read { try $0.count(sql) } }

  fileprivate func give(_ ballot: Ballot, _ guest: KnownGuest, _ browser: Browser) async throws {
    let answers = [("learnt", ballot.learnt), ("gave", ballot.gave), ("again", ballot.again)]
    let fields = answers.compactMap { name, answer in answer.map { (name, $0 ? "yes" : "no") } }
    #expect(try await browser.post(.ballot(token(guest)), fields + [("line", ballot.line)]).status == 303)
  }

  fileprivate func reopenBallots() async throws {
    try await services.database.write { [party = evenings[1]] connection in
      try connection.execute("UPDATE party SET counted_at = NULL, state = 'ended' WHERE id = \(party)")
      try connection.execute("DELETE FROM ballot_result WHERE party_id = \(party)")
      try connection.execute("DELETE FROM ballot")
    }
  }

  fileprivate func hostPages(_ guests: [KnownGuest], _ browser: Browser) async throws -> [String] {
    let (host, party) = (try await browser.signedIn(), evenings[1])
    var paths: [Path] = [.home, .circle(circle), .circles, .evening(party), .party(party), .outbox(party), .peopleCSV]
    paths += guests.flatMap { [Path.guestHistory(party, $0.guest.id), .person($0.guest.person)] }
    var pages: [String] = []
    for path in paths { pages.append(try await host.get(path).text) }
    return pages
  }

  fileprivate func guestPages(_ guests: [KnownGuest], _ browser: Browser) async throws -> [String] {
    var pages: [String] = []
    for guest in guests {
      for path in [Path.personal(token(guest)), .keepsakes(token(guest)), .cards(token(guest))] {
        pages.append(try await browser.get(path).text)
      }
    }
    return pages
  }
}
