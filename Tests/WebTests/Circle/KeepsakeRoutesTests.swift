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

@Suite struct KeepsakeRoutesTests {
  @Test("A coaster is visible to those who stood at its table, and to others only while it is shared", arguments: 0..<8)
  func coasters(seed: UInt64) async throws {
    var chance = SeededGenerator(seed: seed)
    let scene = try await CircleScene(results: [nil])
    let guests = try await scene.guests(of: scene.evenings[0])
    let evening = RandomTables(guests, &chance)
    try await evening.store(scene)
    try await scene.site.run { browser in
      for (table, who) in evening.shares {
        let page = try await browser.post(.coasterShare(scene.token(guests[who]), table), [("shared", "1")])
        #expect(page.status == (evening.stood(who, table) ? 303 : 404))
      }
      for (index, guest) in guests.enumerated() {
        let token = scene.token(guest)
        let (page, text) = (try await browser.get(.personal(token)), try await browser.get(.keepsakes(token)))
        for table in evening.tables {
          let mayRead = evening.stood(index, table) || evening.isShared(table)
          #expect(page.contains(evening.line(table)) == mayRead, "\(guest.name), \(table.rawValue)")
          #expect(text.contains(evening.line(table)) == mayRead)
        }
      }
      let host = try await browser.signedIn()
      for path in [Path.evening(scene.evenings[0]), .circle(scene.circle), .party(scene.evenings[0])] {
        let page = try await host.get(path)
        for table in evening.tables where !evening.isShared(table) { #expect(!page.contains(evening.line(table))) }
      }
    }
  }

  @Test("A promise is ticked off by its maker and nobody else")
  func promises() async throws {
    let scene = try await CircleScene(results: [nil])
    let (party, guests) = (scene.evenings[0], try await scene.guests(of: scene.evenings[0]))
    try await scene.promise("das Papier", from: guests[0], to: guests[1])
    try await scene.site.run { browser in
      let (maker, other) = (scene.token(guests[0]), scene.token(guests[1]))
      let page = try await browser.get(.personal(other))
      #expect(page.contains("das Papier"))
      #expect(!(try await browser.get(.personal(scene.token(guests[2]))).contains("das Papier")))
      #expect(try await browser.post(.promise(other, 1), [("kept", "1")]).status == 404)
      #expect(try await browser.post(.promise(maker, 1), [("kept", "1")]).status == 303)
      let kept: SQL = "SELECT count(*) AS n FROM promise WHERE party_id = \(party) AND kept_at IS NOT NULL"
      #expect(try await scene.count(kept) == 1)
      #expect(try await browser.post(.promise(maker, 1), [("kept", "0")]).status == 303)
      #expect(try await scene.count(kept) == 0)
    }
  }

  @Test("One gentle reminder of a promise, and none of one that is kept")
  func reminder() async throws {
    let scene = try await CircleScene(results: [nil])
    let guests = try await scene.guests(of: scene.evenings[0])
    try await scene.promise("das Papier", from: guests[0], to: guests[1])
    try await scene.site.run { browser in
      for _ in 0..<3 {
        scene.site.advance(days: 5)
        try await scene.tick()
      }
      let mails = try await scene.mails(to: guests[0].guest.id).filter { $0.kind == .promise }
      #expect(mails.count == 1 && mails[0].text.replacing("\n", with: " ").contains("das Papier"))
    }
  }

  @Test("The file of cards contains cards that were given, and only for their recipients")
  func cards() async throws {
    let scene = try await CircleScene(results: [nil])
    let (party, guests) = (scene.evenings[0], try await scene.guests(of: scene.evenings[0]))
    try await scene.services.database.write { [now = scene.site.now] connection in
      var giver = guests[0].guest
      (giver.card.name, giver.card.email, giver.card.phone) = ("Anna Berg", "anna@example.org", "+49 30 1234")
      try GuestStore(connection: connection).update(giver)
      try GuestStore(connection: connection).note(GuestEvent.card, of: giver.id, at: now)
      try connection.execute(
        """
        INSERT INTO card_exchange (party_id, giver, taker, at)
        VALUES (\(party), \(guests[0].guest.participant), \(guests[1].guest.participant), \(now))
        """)
    }
    try await scene.site.run { browser in
      let file = try await browser.get(.cards(scene.token(guests[1])))
      #expect(file.headers[.contentType]?.hasPrefix("text/vcard") == true)
      #expect(file.contains("FN:Anna Berg") && file.contains("EMAIL:anna@example.org"))
      for guest in [guests[0], guests[2]] {
        #expect(!(try await browser.get(.cards(scene.token(guest)))).contains("BEGIN:VCARD"))
      }
    }
  }

  @Test("A guest's traces are erased after a question; the fact that they were invited stays")
  func erasure() async throws {
    let scene = try await CircleScene(results: [nil])
    let guests = try await scene.guests(of: scene.evenings[0])
    try await scene.promise("das Papier", from: guests[0], to: guests[1])
    try await scene.site.run { browser in
      let token = scene.token(guests[0])
      let asked = try await browser.get(.guestErasure(token))
      #expect(asked.status == 200 && asked.contains("action=\"\(Path.guestErasure(token).text)\""))
      #expect(try await browser.post(.guestErasure(token)).status == 303)
      let id = guests[0].guest.participant
      #expect(try await scene.count("SELECT count(*) AS n FROM participant WHERE id = \(id)") == 0)
      #expect(try await scene.count("SELECT count(*) AS n FROM promise") == 0)
      #expect(!(try await browser.get(.personal(scene.token(guests[1]))).contains("das Papier")))
      #expect(try await browser.get(.personal(token)).status == 200)
    }
  }

  @Test("Before the evening is over there is nothing to take home, and nothing to erase")
  func before() async throws {
    let scene = try await CircleScene(results: [.good])
    let party = try await scene.nextEvening()
    let token = scene.token(try await scene.guests(of: party)[0])
    try await scene.site.run { browser in
      for path in [Path.keepsakes(token), .cards(token), .guestErasure(token)] {
        let page = try await browser.get(path)
        #expect(page.status == 404, "\(path.text)")
      }
      #expect(try await browser.post(.guestErasure(token)).status == 404)
      #expect(try await browser.post(.ballot(token), [("again", "yes")]).status == 409)
    }
  }
}

/// Invented tables: where people stood, what each wrote, and who shares it.
private struct RandomTables: Sendable {
  let guests: [KnownGuest]
  let tables = (1...4).map { TableID(number: $0) }
  private(set) var standing: [TableID: Set<Int>] = [:]
  private(set) var shares: [(TableID, Int)] = []

  init(_ guests: [KnownGuest], _ chance: inout SeededGenerator) {
    self.guests = guests
    for table in tables {
      // At least the person who writes.
      let count = Int.random(in: 1...3, using: &chance)
      standing[table] = Set(guests.indices.shuffled(using: &chance).prefix(count))
      if Bool.random(using: &chance), let who = guests.indices.randomElement(using: &chance) {
        shares.append((table, who))
      }
    }
  }

  func stood(_ guest: Int, _ table: TableID) -> Bool { standing[table]?.contains(guest) ?? false }

  func isShared(_ table: TableID) -> Bool { shares.contains { $0.0 == table && stood($0.1, table) } }

  func line(_ table: TableID) -> String { "Notiz vom Tisch \(table.rawValue)-\(table.number * 7)" }

  func store(_ scene: CircleScene) async throws {
    let (party, now) = (scene.evenings[0], Moment(scene.site.now))
    try await scene.services.database.write { connection in
      for (number, table) in tables.enumerated() {
        for guest in standing[table] ?? [] {
          try connection.execute(
            """
            INSERT INTO table_stay (party_id, participant, since, until, table_id, number)
            VALUES (\(party), \(guests[guest].guest.participant), \(now), \(now.adding(seconds: 600)), \(table),
              \(number * 10 + guest))
            """)
        }
        guard let author = standing[table]?.min() else { continue }
        try connection.execute(
          """
          INSERT INTO coaster_line (party_id, line, table_id, author, text, revision, created_at, changed_at)
          VALUES (\(party), \(number + 1), \(table), \(guests[author].guest.participant), \(line(table)), 1, \(now), \(now))
          """)
      }
    }
  }
}

extension CircleScene {
  fileprivate func promise(_ text: String, from maker: KnownGuest, to recipient: KnownGuest) async throws {
    let (party, now) = (evenings[0], site.now)
    try await services.database.write { connection in
      try connection.execute(
        """
        INSERT INTO promise (party_id, number, maker, text, at)
        VALUES (\(party), 1, \(maker.guest.participant), \(text), \(now))
        """)
      try connection.execute(
        """
        INSERT INTO promise_recipient (party_id, number, recipient)
        VALUES (\(party), 1, \(recipient.guest.participant))
        """)
    }
  }
}
