import Foundation
import NIOConcurrencyHelpers
import Testing

@testable import Acts
@testable import Evening
@testable import House
@testable import Records
@testable import Web

@Suite("A node that can't reach the database")
struct SolitudeTests {
  @Test(
    "It sends its pages to the others if it alone is cut off, and stays where no other is heard",
    arguments: [true, false])
  func cutOff(_ isOtherHeard: Bool) async throws {
    let nodes = try await NodeScene()
    let node = try #require(nodes.one.node)
    let host = await Visitor(.host, at: try await nodes.floor(at: nodes.one)).hello()
    let asked = NIOLockedValueBox<[String]>([])
    let solitude = Solitude(services: nodes.one) { name in
      asked.withLockedValue { $0.append(name) }
      return isOtherHeard
    }
    // Setting the scene takes seconds on a busy machine.
    nodes.membership.change { $0.beatAt = .now }
    try await solitude.look(node)
    nodes.membership.change { $0.beatAt = .now - .seconds(6) }
    try await solitude.look(node)
    #expect(asked.withLockedValue { $0 }.isEmpty && !node.isAside)
    try await solitude.look(node)
    #expect(asked.withLockedValue { $0 } == ["b"] && node.isAside == isOtherHeard)
    let deadline = ContinuousClock.now + .seconds(5)
    while isOtherHeard, host.socket.code == nil, .now < deadline { try await Task.sleep(for: .milliseconds(5)) }
    #expect(host.socket.code == (isOtherHeard ? 1012 : nil))
    nodes.membership.change { $0.beatAt = .now }
    #expect(!node.isAside)
  }

  @Test("One that slept, or was cut off for a moment, stays")
  func woken() async throws {
    let nodes = try await NodeScene()
    let node = try #require(nodes.one.node)
    let solitude = Solitude(services: nodes.one) { _ in true }
    nodes.membership.change { $0.beatAt = .now }
    try await solitude.look(node)
    for silence in [60, 0, 60] {
      nodes.membership.change { $0.beatAt = .now - .seconds(silence) }
      try await solitude.look(node)
    }
    #expect(!node.isAside)
  }

  @Test("The database hears a node that lately said that it lives, and was there long enough to judge others")
  func heard() {
    let (node, membership) = (ThisNode("a") { _, _ in [] }, FakeMembership())
    node.begin(membership)
    membership.change { $0.beatAt = .now }
    #expect(node.isHeard)
    membership.change { $0.isBack = true }
    #expect(!node.isHeard)
    membership.change { $0.since = .now - .seconds(6) }
    #expect(node.isHeard)
    membership.change { $0.beatAt = .now - .seconds(5) }
    #expect(!node.isHeard)
  }
}
