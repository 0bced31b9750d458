import Core
import Database
import Foundation
import SystemZones
import Testing

@testable import Acts
@testable import Evening
@testable import House
@testable import Records
@testable import Web

@Suite struct FloorSnapshotTests {
  @Test("A floor opens from storage, reads only later events, and equals the one made by all events")
  func sameFloor() async throws {
    let scene = try await FloorScene()
    let (_, guests) = try await inside(scene)
    try await live(scene)
    let kept = try #require(try await snapshot(scene))
    await guests[2].ask(.moveToFreeTable)
    let services = scene.restarted()
    let floor = try await services.floors.floor(of: scene.party, services)
    let (setup, changes) = try await scene.services.database.read { [party = scene.party] connection in
      (
        try FloorSetupStore(connection: connection, zones: SystemZones.standard.zones).setup(of: party),
        try FloorEventStore(connection: connection).changes(of: party)
      )
    }
    var expected = Floor(setup)
    for change in changes { expected.apply(change.event, at: change.at) }
    #expect(await floor.shown == expected && kept.number >= PartyFloor.snapshotEvery)
    #expect(await floor.number == changes.last?.number)
    // A page that knew less gets the whole floor: it is no longer known who could see what before.
    let back = await Visitor(guests[0].who, at: floor).hello(last: 3)
    #expect(back.socket.welcome?.view != nil && back.socket.welcome?.changes == nil)
  }

  @Test("A floor that was read from many events is stored whole at once, before anything happens there")
  func afterReading() async throws {
    let scene = try await FloorScene()
    try await live(scene)
    _ = try #require(try await snapshot(scene))
    try await scene.services.database.write { try $0.execute("DELETE FROM floor_snapshot") }
    let services = scene.restarted()
    let floor = try await services.floors.floor(of: scene.party, services)
    let kept = try #require(try await snapshot(scene))
    #expect(await floor.number == kept.number)
    #expect(await floor.shown == kept.floor)
  }

  @Test("If the table size or somebody not yet there has changed, all events are applied again")
  func changedSetup() async throws {
    let scene = try await FloorScene()
    let host = await Visitor(.host, at: try await scene.floor()).enter()
    await host.ask(.doors(state: .open))
    let floor = await host.floor.shown
    #expect(Floor(kept: floor, setup: floor.setup) == floor)
    var other = floor.setup
    other.tableLimit = 6
    #expect(Floor(kept: floor, setup: other) == nil)
    other = floor.setup
    other.people.removeLast()
    #expect(Floor(kept: floor, setup: other) == nil)
    other = floor.setup
    let place = try #require(other.people.firstIndex { $0.id == .host })
    other.people[place].profile.name = "Wer da ist, steht im Raum"
    #expect(Floor(kept: floor, setup: other)?.people == floor.people)
  }

  @Test("An erasure removes the stored floor, and cancels one being stored")
  func erasure() async throws {
    let scene = try await FloorScene()
    _ = try await inside(scene)
    try await live(scene)
    let kept = try #require(try await snapshot(scene))
    let (person, host, party) = (try await scene.guests()[0].guest.person, scene.site.host.id, scene.party)
    try await scene.services.database.write { connection in
      _ = try PersonErasure(connection: connection).erase(person, of: host)
      try FloorSnapshotStore(connection: connection).keep(kept, of: party)
    }
    #expect(try await scene.count("SELECT count(*) AS n FROM floor_snapshot") == 0)
  }

  /// Enough events for a floor to be stored whole.
  private func live(_ scene: FloorScene) async throws {
    let floor = try await scene.floor()
    for number in 0..<PartyFloor.snapshotEvery {
      try await floor.request(.announce(text: "Ansage \(number)"), by: .host)
    }
  }

  /// It is stored beside the evening, which may take a moment.
  private func snapshot(_ scene: FloorScene) async throws -> FloorSnapshot? {
    for _ in 0..<200 {
      let found = try await scene.services.database.read { [party = scene.party] in
        try FloorSnapshotStore(connection: $0).snapshot(of: party)
      }
      if let found { return found }
      try await Task.sleep(for: .milliseconds(20))
    }
    return nil
  }
}
