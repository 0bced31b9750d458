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

@Suite("Members of a circle")
struct CircleJoiningTests {
  @Test(
    "Whoever comes to a later evening joins; whoever left and came again is back; whoever leaves after it stays away")
  func joining() async throws {
    let scene = try await CircleScene(results: [.good, nil])
    let guests = try await scene.guests(of: scene.evenings[1])
    let (newcomer, returned, leaving) = (guests[0], guests[1], guests[2])
    try await scene.services.database.write { [circle = scene.circle, now = scene.site.now] connection in
      try connection.execute("DELETE FROM circle_member WHERE person_id = \(newcomer.guest.person)")
      let members = CircleMemberStore(connection: connection, circle: circle)
      try members.leave(returned.guest.person, at: now.addingTimeInterval(-7 * 86_400))
      try members.leave(leaving.guest.person, at: now)
    }
    for _ in 0..<2 { try await scene.tick() }
    let active = try await scene.active()
    #expect(active.contains(newcomer.guest.person) && active.contains(returned.guest.person))
    #expect(!active.contains(leaving.guest.person))
  }

  @Test("Whoever leaves the circle during an evening has left it")
  func leftDuring() async throws {
    let scene = try await CircleScene(results: [.good, nil])
    let guests = try await scene.guests(of: scene.evenings[1])
    try await scene.services.database.write {
      [circle = scene.circle, evening = scene.evenings[1], now = scene.site.now] connection in
      try connection.execute("UPDATE party SET ended_at = \(now.addingTimeInterval(3600)) WHERE id = \(evening)")
      let members = CircleMemberStore(connection: connection, circle: circle)
      try members.leave(guests[0].guest.person, at: now.addingTimeInterval(1800))
    }
    scene.site.advance(days: 0.1)
    for _ in 0..<2 { try await scene.tick() }
    #expect(try await scene.active().contains(guests[0].guest.person) == false)
    #expect(try await scene.active().contains(guests[1].guest.person))
  }

  @Test("Somebody who was removed once, was asked again by the host and came, is asked to the next evening")
  func forgiven() async throws {
    for (removed, isAsked) in [(0, true), (1, false)] {
      let scene = try await CircleScene(results: [.good, .good])
      let person = scene.people[0]
      try await scene.services.database.write { [evening = scene.evenings[removed]] in
        try $0.execute(
          """
          UPDATE guest SET removed_at = (SELECT starts_at + 60000 FROM party WHERE id = party_id)
          WHERE party_id = \(evening) AND person_id = \(person)
          """)
      }
      let next = try await scene.nextEvening(stage: .draft)
      #expect(try await scene.guests(of: next).contains { $0.guest.person == person } == isAsked)
    }
  }

  @Test("Whoever comes back to a circle is asked to its next evening, however long they were away")
  func cameBack() async throws {
    let scene = try await CircleScene(results: [.good, .good, .good])
    let person = scene.people[0]
    let token = scene.token(try await scene.guests(of: scene.evenings[0])[0])
    try await scene.services.database.write { [evenings = scene.evenings] connection in
      for evening in evenings.dropFirst() {
        try connection.execute("DELETE FROM guest WHERE party_id = \(evening) AND person_id = \(person)")
      }
    }
    try await scene.site.run { browser in
      for member in ["0", "1"] { _ = try await browser.post(.circleMembership(token), [("member", member)]) }
      #expect(
        try await browser.get(.personal(token)).contains("name=\"months\""), "they belong to it, and do not pause")
    }
    let next = try await scene.nextEvening(stage: .draft)
    #expect(try await scene.guests(of: next).contains { $0.guest.person == person })
  }

  @Test("Somebody removed from an evening does not join through it")
  func sentAway() async throws {
    let scene = try await CircleScene(results: [nil])
    let guest = try await scene.guests(of: scene.evenings[0])[0]
    try await scene.services.database.write { [now = scene.site.now] connection in
      try connection.execute("DELETE FROM circle_member WHERE person_id = \(guest.guest.person)")
      try connection.execute("UPDATE guest SET removed_at = \(now) WHERE id = \(guest.guest.id)")
    }
    try await scene.tick()
    #expect(
      try await scene.count("SELECT count(*) AS n FROM circle_member WHERE person_id = \(guest.guest.person)") == 0)
  }

  @Test("The farewell goes to every member, through the last evening at which they were written to")
  func farewell() async throws {
    let scene = try await CircleScene(results: [.good, .dull, .dull])
    let last = try await scene.guests(of: scene.evenings[2])
    try await scene.services.database.write { connection in
      try connection.execute("UPDATE guest SET invited_at = NULL, state = 'shortlisted' WHERE id = \(last[0].guest.id)")
      try connection.execute("DELETE FROM guest WHERE id = \(last[1].guest.id)")
    }
    try await scene.site.run { browser in
      _ = try await browser.signedIn().post(.circleEnd(scene.circle), [("farewell", "1")])
    }
    let earlier = try await scene.guests(of: scene.evenings[1])
    for place in 0...1 {
      let mails = try await scene.mails(to: earlier[place].guest.id)
      #expect(mails.map(\.kind) == [.farewell])
    }
    #expect(try await scene.mails(to: last[0].guest.id).isEmpty)
    #expect(try await scene.count("SELECT count(*) AS n FROM outbox WHERE kind = 'farewell'") == 5)
  }
}

extension CircleScene {
  fileprivate func active() async throws -> [PersonID] {
    try await services.database.read { [circle] connection in
      try CircleMemberStore(connection: connection, circle: circle).members().filter { $0.leftAt == nil }.map(\.person)
    }
  }
}
