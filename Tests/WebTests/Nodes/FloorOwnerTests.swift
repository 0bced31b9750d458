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

@Suite("Who owns a floor")
struct FloorOwnerTests {
  @Test("A floor is one node's; another one is told whose, and gets it when its owner has been silent for too long")
  func owned() async throws {
    let nodes = try await NodeScene()
    let first = try await nodes.floor(at: nodes.one)
    #expect(first.hold == FloorHold(node: "a", epoch: 1))
    await #expect(throws: FloorMoved(owner: "a")) { try await nodes.floor(at: nodes.other) }
    try await nodes.silence("a")
    let second = try await nodes.floor(at: nodes.other)
    #expect(second.hold == FloorHold(node: "b", epoch: 2))
    #expect(try await nodes.other.home(of: nodes.scene.party) == "b")
  }

  @Test("A former owner that wakes up can write nothing, and its pages are sent to the new one")
  func fenced() async throws {
    let nodes = try await NodeScene()
    let floor = try await nodes.floor(at: nodes.one)
    let host = await Visitor(.host, at: floor).hello()
    try await floor.request(.doors(state: .knock), by: .host)
    try await nodes.silence("a")
    let heir = try await nodes.floor(at: nodes.other)
    try await heir.request(.doors(state: .open), by: .host)
    let before = try await nodes.scene.count("SELECT count(*) AS n FROM floor_event")
    await host.ask(.doors(state: .open))
    // The page may be closed before it is told that nothing was stored.
    #expect(host.socket.done.isEmpty && host.socket.refusals.allSatisfy { $0 == "notStored" })
    #expect(try await nodes.scene.count("SELECT count(*) AS n FROM floor_event") == before)
    while host.socket.code == nil { try await Task.sleep(for: .milliseconds(2)) }
    #expect(host.socket.code == 1012)
    await #expect(throws: FloorMoved(owner: "b")) { try await nodes.floor(at: nodes.one) }
    let epochs = try await nodes.one.read { connection in
      try connection.rows("SELECT epoch FROM floor_event ORDER BY number") { try $0.get("epoch", as: Int.self) }
    }
    #expect(epochs == epochs.sorted() && Set(epochs) == [1, 2])
  }

  @Test("A node that looks after a silence gives up what it has lost, and keeps what it has")
  func lost() async throws {
    let nodes = try await NodeScene()
    let host = await Visitor(.host, at: try await nodes.floor(at: nodes.one)).hello()
    try await nodes.one.floors.giveUpLost(nodes.one)
    #expect(host.socket.code == nil)
    try await nodes.silence("a")
    _ = try await nodes.floor(at: nodes.other)
    try await nodes.one.floors.giveUpLost(nodes.one)
    #expect(host.socket.code == 1012)
  }

  @Test("A node takes nothing over while it can't tell who lives")
  func grace() async throws {
    let nodes = try await NodeScene()
    _ = try await nodes.floor(at: nodes.one)
    try await nodes.silence("a")
    // Back just now, however slow the machine is.
    nodes.otherMembership.change { ($0.isBack, $0.since) = (true, .now + .seconds(3600)) }
    await #expect(throws: FloorMoved(owner: "a")) { try await nodes.floor(at: nodes.other) }
    nodes.otherMembership.change { $0.since = nil }
    await #expect(throws: FloorMoved(owner: "a")) { try await nodes.floor(at: nodes.other) }
    nodes.otherMembership.change { $0.since = .now - .seconds(6) }
    _ = try await nodes.floor(at: nodes.other)
  }

  @Test("A node that ends hands its floors over: another one has them at once")
  func handedOver() async throws {
    let nodes = try await NodeScene()
    let host = await Visitor(.host, at: try await nodes.floor(at: nodes.one)).hello()
    await host.ask(.doors(state: .open))
    await nodes.one.floors.handOverAll(nodes.one)
    #expect(host.socket.code == 1012)
    await #expect(throws: FloorClosed.self) { try await nodes.floor(at: nodes.one) }
    let floor = try await nodes.floor(at: nodes.other)
    #expect(await floor.shown.doors == .open)
  }

  @Test("Where there is one program nobody owns anything, and nothing is asked for it")
  func alone() async throws {
    let scene = try await FloorScene()
    let floor = try await scene.floor()
    #expect(floor.hold == nil)
    #expect(try await scene.services.home(of: scene.party) == nil)
    #expect(try await scene.count("SELECT count(*) AS n FROM floor_owner") == 0)
  }
}
