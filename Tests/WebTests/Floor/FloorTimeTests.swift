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

/// Clocks that are corrected while people talk.
@Suite struct FloorTimeTests {
  @Test(
    "An hour back during an evening: nobody is stuck at a table, and the farewell comes",
    arguments: [-3600.0, 3600, -86_400])
  func step(_ seconds: Double) async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    await guests[0].ask(.moveToFreeTable)
    scene.site.stepClock(seconds: seconds)
    await guests[0].ask(.stepAway)
    await guests[1].ask(.moveToFreeTable)
    await host.ask(.end)
    #expect(guests[0].socket.refusals.isEmpty && guests[1].socket.refusals.isEmpty && host.socket.refusals.isEmpty)
    #expect(host.socket.code == 4003)
    #expect(try await scene.count("SELECT count(*) AS n FROM table_stay WHERE until IS NULL OR until < since") == 0)
  }

  @Test("However the clock jumps, events are stored in order and last as long as they last", arguments: 1...4)
  func jumps(_ seed: Int) async throws {
    let scene = try await FloorScene()
    let (host, guests) = try await inside(scene)
    var state = UInt64(seed)
    func dice(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    await host.ask(.nextPart(index: nil))
    let began = await host.floor.now
    for _ in 0..<60 {
      scene.site.stepClock(seconds: Double(dice(14_400) - 7200))
      scene.site.advance(seconds: 1)
      let guest = guests[dice(guests.count)]
      let requests: [FloorRequest] = [.moveToFreeTable, .stepAway, .moveSomewhere, .hand(up: dice(2) == 0)]
      await guest.ask(requests[dice(requests.count)])
      await host.floor.tick()
    }
    #expect(await host.floor.now.seconds(since: began) == 60)
    #expect(!guests.flatMap(\.socket.refusals).contains("notStored"))
    await host.ask(.end)
    #expect(host.socket.code == 4003)
    let past = try await scene.services.database.read { [party = scene.party] in
      try FloorEventStore(connection: $0).changes(of: party)
    }
    #expect(zip(past, past.dropFirst()).allSatisfy { $0.at <= $1.at })
    #expect(try await scene.count("SELECT count(*) AS n FROM table_stay WHERE until IS NULL OR until < since") == 0)
  }

  @Test("A floor stored by a clock that was ahead continues from there after a restart")
  func restart() async throws {
    let scene = try await FloorScene()
    scene.site.stepClock(seconds: 3600)
    let (host, guests) = try await inside(scene)
    await guests[0].ask(.moveToFreeTable)
    scene.site.stepClock(seconds: -3600)
    let services = scene.restarted()
    let floor = try await services.floors.floor(of: scene.party, services)
    let guest = await Visitor(guests[0].who, at: floor).hello()
    await guest.ask(.stepAway)
    #expect(guest.socket.refusals.isEmpty && host.socket.refusals.isEmpty)
    #expect(try await scene.count("SELECT count(*) AS n FROM table_stay WHERE until < since") == 0)
  }
}
