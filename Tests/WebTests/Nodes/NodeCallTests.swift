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

@Suite("What nodes ask of each other")
struct NodeCallTests {
  @Test("What somebody wants of a floor at another node happens there, and a refusal comes back as one")
  func requested() async throws {
    let nodes = try await NodeScene()
    let floor = try await nodes.floor(at: nodes.one)
    let (other, party) = (nodes.other, nodes.scene.party)
    try await nodes.answering {
      try await other.floors.request(.doors(state: .open), by: .host, at: party, other)
      await #expect(throws: AppError.conflict(Message("refusal.emptyText"))) {
        try await other.floors.request(.announce(text: " "), by: .host, at: party, other)
      }
    }
    #expect(await floor.shown.doors == .open)
    #expect(try await nodes.scene.count("SELECT count(*) AS n FROM node_call") == 0)
  }

  @Test("A floor that another node has is set up anew there, and somebody's page goes there")
  func reopened() async throws {
    let nodes = try await NodeScene()
    let guest = try #require(try await nodes.scene.ids().first)
    let floor = try await nodes.floor(at: nodes.one)
    let (host, visitor) = (await Visitor(.host, at: floor).hello(), await Visitor(guest, at: floor).hello())
    let (other, party) = (nodes.other, nodes.scene.party)
    try await nodes.answering { await other.floors.dismiss(guest, at: party, other) }
    #expect(visitor.socket.code == 4001 && host.socket.code == nil)
    try await nodes.answering { await other.floors.reopen(party, other) }
    #expect(host.socket.code == 1012)
  }

  @Test("What a dead owner did not do its heir does itself")
  func inherited() async throws {
    let nodes = try await NodeScene()
    _ = try await nodes.floor(at: nodes.one)
    let (other, party) = (nodes.other, nodes.scene.party)
    async let asked: Void = other.floors.request(.doors(state: .open), by: .host, at: party, other)
    try await Task.sleep(for: .milliseconds(200))
    try await nodes.silence("a")
    try await asked
    #expect(try await nodes.floor(at: other).shown.doors == .open)
  }

  @Test("Calls are written and read as they are meant", arguments: [true, false])
  func written(_ isRequest: Bool) throws {
    let party = PartyID(at: Date(timeIntervalSince1970: 1), random: (1, 2))
    let call = isRequest ? FloorCall.request(.doors(state: .knock), by: .host, at: party) : .dismiss(.host, at: party)
    #expect(try "\(FloorCall(call.text))" == "\(call)")
    #expect(try "\(FloorCall(FloorCall.reopen(party).text))" == "\(FloorCall.reopen(party))")
    #expect(throws: (any Error).self) { try FloorCall("{\"party\":\"x\"}") }
  }

  @Test("A hint is heard by the others alone, and what a newer version says by nobody")
  func hints() {
    let node = ThisNode("a") { _, _ in [] }
    let heard = Heard()
    node.listen { heard.add($0) }
    for text in ["b imports", "a imports", "b call a", "b something new", "b", ""] { node.hear(text) }
    #expect(heard.all == [.imports, .call(node: "a")])
    for hint in [NodeHint.outbox, .imports, .rights, .call(node: "x-1")] { #expect(NodeHint(hint.text) == hint) }
  }

  private final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private var hints: [NodeHint] = []

    func add(_ hint: NodeHint) { lock.withLock { hints.append(hint) } }
    var all: [NodeHint] { lock.withLock { hints } }
  }
}
