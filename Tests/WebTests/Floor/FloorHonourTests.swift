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

/// The guest of honour across their row, the floor and everybody's pages.
@Suite("A guest of honour at the evening") struct FloorHonourTests {
  /// The first guest is the guest of honour, thirty minutes after the start.
  private func scene(_ role: HonourSlot.Role = .speaker) async throws -> (FloorScene, ParticipantID) {
    let scene = try await FloorScene()
    let guest = try await scene.guests()[0].guest
    try await scene.services.database.write { [party = scene.party] connection in
      try HonourStore(connection: connection).insert(
        Honour(guest: guest.id, party: party, role: role, reason: "Erfahrung", beginsAfter: 30, minutes: 20))
    }
    return (scene, guest.participant)
  }

  private func honour(_ scene: FloorScene) async throws -> Honour {
    let honour = try await scene.services.database.read { [party = scene.party] in
      try HonourStore(connection: $0).honour(of: party)
    }
    return try #require(honour)
  }

  @Test("They have a seat of their own, and a part of the programme in their slot")
  func setup() async throws {
    let (scene, who) = try await scene()
    let open = try await scene.floor()
    let floor = await open.shown
    #expect(floor.people[who] != nil && floor.people.count == 5)
    let place = try #require(floor.programme.firstIndex { $0.kind == .guestOfHonour })
    #expect(floor.programme[..<place].reduce(0) { $0 + $1.minutes } == 30 && floor.programme[place].minutes == 20)
    #expect(try await scene.ids().count == 3)
  }

  @Test("Late with one tap on their own page: stored, the programme gives way, everybody is told")
  func late() async throws {
    let (scene, who) = try await scene()
    let (host, guests) = try await inside(scene)
    try await scene.services.floors.request(.comeLater(minutes: 10), by: who, at: scene.party, scene.services)
    #expect(try await honour(scene).lateMinutes == 10)
    for socket in [host.socket, guests[0].socket] {
      let events = socket.changes.map(\.event)
      #expect(events.contains(.honour(progress: .init(lateMinutes: 10))))
      #expect(events.contains { if case .programme = $0 { true } else { false } })
    }
    await #expect(throws: AppError.self) {
      try await scene.services.floors.request(
        .comeLater(minutes: 20), by: guests[0].who, at: scene.party, scene.services)
    }
    let again = try await scene.restarted().floors.floor(of: scene.party, scene.services)
    #expect(await again.shown.honour?.slot.lateMinutes == 10)
  }

  @Test("Their arrival and departure are recorded, even if the evening ends before they leave")
  func times() async throws {
    let (scene, who) = try await scene()
    let (host, _) = try await inside(scene)
    let guest = await Visitor(who, at: try await scene.floor()).enter()
    let arrived = try #require(try await honour(scene).arrivedAt)
    #expect(arrived == Moment(scene.site.now))
    await guest.ask(.leave)
    #expect(try await honour(scene).leftAt != nil)
    await guest.ask(.enter)
    let back = try await honour(scene)
    #expect(back.leftAt == nil && back.arrivedAt == arrived)
    await host.ask(.end)
    #expect(try await honour(scene).leftAt != nil)
  }

  @Test("They come straight in where others knock")
  func knocking() async throws {
    let (scene, who) = try await scene()
    let (host, _) = try await inside(scene)
    await host.ask(.doors(state: .knock))
    _ = await Visitor(who, at: try await scene.floor()).enter()
    let floor = try await scene.floor()
    #expect(await floor.shown.isInside(who))
  }

  @Test("As a guest they are taken to people they have not met")
  func walk() async throws {
    let (scene, who) = try await scene(.guest)
    let (host, _) = try await inside(scene)
    _ = await Visitor(who, at: try await scene.floor()).enter()
    let floor = try await scene.floor()
    let place = try #require(await floor.shown.programme.firstIndex { $0.kind == .guestOfHonour })
    await host.ask(.nextPart(index: place))
    await floor.tick()
    let shown = await floor.shown
    #expect(shown.rounds?.current == 1 && !shown.isOnStage)
    #expect(shown.table(of: who).map { shown.company(at: $0.id).count } ?? 0 >= 2)
  }
}
