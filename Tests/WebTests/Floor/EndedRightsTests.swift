import Core
import Foundation
import NIOCore
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

/// Sockets live as long as the right by which they were opened.
@Suite struct EndedRightsTests {
  @Test("A replaced link closes its socket, and its guest leaves the floor until they come by the new one")
  func replacedLink() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    let seats = try await open(scene, guests)
    try await scene.services.endSockets()
    #expect(guests.allSatisfy { $0.socket.code == nil }, "while links are good nothing happens")

    let guest = try #require(try await scene.guests().first?.guest)
    try await scene.services.database.write { [services = scene.services] connection in
      try GuestStore(connection: connection).replaceLink(
        of: guest.id, number: 2, hash: services.personalToken(guest.id, number: 2).hash)
    }
    try await scene.services.endSockets()
    #expect(guests[0].socket.code == 4001 && guests[1].socket.code == nil)
    #expect(!scene.services.sockets.has(guests[0].socket, seats[0]), "what it still says is not heard")
    #expect(
      await guests[0].floor.shown.people[guests[0].who]?.presence == .left, "nobody's voice reaches them any more")
    #expect(host.socket.changes.contains { $0.event == .left(who: guests[0].who) })
    let again = await Visitor(guests[0].who, at: guests[0].floor).enter()
    #expect(await again.floor.shown.people[again.who]?.presence == .inside)
  }

  @Test("The new window of somebody whose old one used an old link stays")
  func newWindow() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    _ = try await open(scene, guests)
    let guest = try #require(try await scene.guests().first?.guest)
    try await scene.services.database.write { [services = scene.services] connection in
      try GuestStore(connection: connection).replaceLink(
        of: guest.id, number: 2, hash: services.personalToken(guest.id, number: 2).hash)
    }
    let again = await Visitor(guests[0].who, at: guests[0].floor).hello()
    scene.services.sockets.enter(again.socket, try seat(scene, guest, number: 2))
    try await scene.services.endSockets()
    #expect(again.socket.code == nil)
    #expect(await again.floor.shown.people[again.who]?.presence == .inside)
  }

  @Test("An ended session closes the host's socket")
  func endedSession() async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    let session: SessionID = scene.services.newID()
    try await scene.services.database.write { [now = scene.site.now, owner = scene.site.host] in
      try SessionStore(connection: $0).insert(session, hash: "x", host: owner.id, device: "", at: now)
    }
    scene.services.sockets.enter(host.socket, SocketSeat(party: scene.party, who: .host, right: .session(session)))
    try await scene.services.endSockets()
    #expect(host.socket.code == nil)
    try await scene.services.database.write { [owner = scene.site.host] in
      _ = try SessionStore(connection: $0).end(session, of: owner.id)
    }
    try await scene.services.endSockets()
    #expect(host.socket.code == 4001 && guests.allSatisfy { $0.socket.code == nil })
  }

  @Test(
    "Who is withdrawn, erased or sent away goes, with a socket or without, greeted or not",
    arguments: ["withdrawn", "erased"])
  func withdrawn(_ how: String) async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    let seats = try await open(scene, guests)
    let silent = FakeSocket()
    scene.services.sockets.enter(silent, seats[0])
    await guests[1].leave()
    for known in try await scene.guests().prefix(2) {
      try await scene.services.database.write { connection in
        if how == "erased" {
          try connection.execute("DELETE FROM person WHERE id = \(known.guest.person)")
        } else {
          try connection.execute("UPDATE guest SET state = 'declined' WHERE id = \(known.guest.id)")
        }
      }
    }
    try await scene.services.endSockets()
    #expect(guests[0].socket.code == 4001 && silent.code == 4001 && guests[2].socket.code == nil)
    let shown = await guests[0].floor.shown
    #expect(shown.people[guests[0].who]?.presence == .left && shown.people[guests[1].who]?.presence == .left)
    #expect(shown.people[guests[2].who]?.presence == .inside)
  }

  @Test("A deleted party closes all its sockets")
  func deletedParty() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    _ = try await open(scene, guests)
    try await scene.services.database.write { [party = scene.party] in
      try $0.execute("DELETE FROM party WHERE id = \(party)")
    }
    try await scene.services.endSockets()
    #expect(guests.allSatisfy { $0.socket.code == 4001 })
  }

  @Test("Of more than three sockets for one participant the oldest is closed")
  func three() throws {
    let sockets = OpenSockets()
    let seat = SocketSeat(
      party: PartyID(at: .now, random: (1, 2)), who: .host, right: .session(SessionID(at: .now, random: (3, 4))))
    let opened = (0..<5).map { _ in FakeSocket() }
    for socket in opened { sockets.enter(socket, seat) }
    #expect(opened.map(\.code) == [4002, 4002, nil, nil, nil])
    #expect(opened.map { sockets.has($0, seat) } == [false, false, true, true, true])
    for socket in opened { sockets.leave(socket, seat) }
    #expect(sockets.all.isEmpty)
  }

  @Test("Rights are checked after any change, and now and then")
  func asked() async throws {
    let sockets = OpenSockets()
    let now = NIODeadline.now()
    let first = [sockets.takeCheck(at: now), sockets.takeCheck(at: now + .seconds(11))]
    sockets.askForCheck()
    let then = [sockets.takeCheck(at: now + .seconds(12)), sockets.takeCheck(at: now + .seconds(13))]
    #expect(first == [false, true] && then == [true, false])

    let site = try await TestSite()
    try await site.run { browser in
      _ = try await browser.get(.signIn)
      #expect(!site.services.sockets.takeCheck(at: .now()))
      _ = try await browser.signedIn().post(.signOut)
      #expect(site.services.sockets.takeCheck(at: .now()))
    }
  }

  private func seat(_ scene: FloorScene, _ guest: Guest, number: Int = 1) throws -> SocketSeat {
    SocketSeat(
      party: scene.party, who: guest.participant,
      right: .link(guest.id, hash: scene.services.personalToken(guest.id, number: number).hash))
  }

  private func open(_ scene: FloorScene, _ visitors: [Visitor]) async throws -> [SocketSeat] {
    let seats = try await scene.guests().map { try seat(scene, $0.guest, number: $0.guest.linkNumber) }
    for (visitor, seat) in zip(visitors, seats) { scene.services.sockets.enter(visitor.socket, seat) }
    return seats
  }
}
