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
    let active = try await scene.services.database.read { [circle = scene.circle] connection in
      try CircleMemberStore(connection: connection, circle: circle).members().filter { $0.leftAt == nil }.map(\.person)
    }
    #expect(active.contains(newcomer.guest.person) && active.contains(returned.guest.person))
    #expect(!active.contains(leaving.guest.person))
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
