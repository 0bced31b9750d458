import Core
import Database
import Foundation
import NIOConcurrencyHelpers

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// As the server of a database would stand to a node, as the test says.
final class FakeMembership: Membership {
  private let state: NIOLockedValueBox<MemberStanding>
  let others = NIOLockedValueBox<[ThisNode]>([])

  init(leads: Bool = false) {
    var standing = MemberStanding()
    (standing.since, standing.beatAt, standing.leads) = (.now, .now, leads)
    state = NIOLockedValueBox(standing)
  }

  var standing: MemberStanding { state.withLockedValue { $0 } }

  func change(_ change: (inout MemberStanding) -> Void) { state.withLockedValue { change(&$0) } }

  func tell(_ hint: String) { for other in others.withLockedValue({ $0 }) { other.hear(hint) } }

  func end() { change { $0.since = nil } }
}

/// Two nodes at the database of one party.
struct NodeScene {
  let scene: FloorScene
  let one: Services
  let other: Services
  let membership = FakeMembership(leads: true)
  let otherMembership = FakeMembership()

  init() async throws {
    scene = try await FloorScene()
    one = try await Self.services("a", membership, scene.services)
    other = try await Self.services("b", otherMembership, scene.services)
    membership.others.withLockedValue { [other] in $0 = [other.node].compactMap(\.self) }
    otherMembership.others.withLockedValue { [one] in $0 = [one.node].compactMap(\.self) }
  }

  private static func services(_ name: String, _ membership: FakeMembership, _ base: Services) async throws -> Services
  {
    try await base.write { connection in
      _ = try NodeStore(connection: connection).enter(name, version: "1")
      // Nobody says in these tests that it lives: it was heard of for the time of a test.
      try connection.execute("UPDATE node SET seen_at = seen_at + \(lifetime) WHERE name = \(name)")
    }
    let node = ThisNode(name) { try NodeStore(connection: $0).beat(name, leads: $1) }
    node.begin(membership)
    return Services(
      settings: base.settings, database: base.database, strings: base.strings, assets: base.assets,
      secret: base.secret, node: node, logger: base.logger, now: base.now, uptime: base.uptime)
  }

  /// Of what a test may take, in milliseconds.
  private static let lifetime = 3_600_000

  /// As if nothing had been heard of it for a while.
  func silence(_ name: String) async throws {
    try await one.write { connection in
      try connection.execute(
        "UPDATE node SET seen_at = seen_at - \(Self.lifetime + NodeStore.patience + 1000) WHERE name = \(name)")
    }
  }

  func floor(at services: Services) async throws -> PartyFloor {
    try await services.floors.floor(of: scene.party, services)
  }

  /// While `work` goes on, both do what the other asks.
  func answering<T: Sendable>(_ work: @Sendable @escaping () async throws -> T) async throws -> T {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for services in [one, other] { group.addTask { try? await NodeCalls(services: services).run() } }
      defer { group.cancelAll() }
      return try await work()
    }
  }
}
