import Evening
import Fetching
import Foundation
import House
import Records
import ServiceLifecycle

/// Has a node step aside that alone can't reach the database: the load balancer then brings its pages to the others, which may have its floors
/// by that time. Where no other node can reach it either, all stay: pages keep their seats until it is back.
actor Solitude: Service {
  private let services: Services
  private let isHeard: @Sendable (String) async -> Bool
  private var others: [String] = []
  private var looks = 0
  /// A node that was frozen and wakes up finds itself silent until its next sign of life.
  private var wasSilent = false

  /// By then others take over what a silent node has.
  private static let patience = Duration.milliseconds(NodeStore.patience)
  /// Looks between two at the names of the others.
  private static let rarely = 10

  /// - Parameter isHeard: true if the database hears the other node of this name.
  init(services: Services, isHeard: @escaping @Sendable (String) async -> Bool) {
    (self.services, self.isHeard) = (services, isHeard)
  }

  nonisolated func run() async throws {
    guard let node = services.node else { return try await gracefulShutdown() }
    await services.inRounds(every: .seconds(1), "solitude") { try await self.look(node) }
  }

  func look(_ node: ThisNode) async throws {
    guard node.muteness > Self.patience else {
      wasSilent = false
      return try await learnNames(node)
    }
    defer { wasSilent = true }
    guard wasSilent, !node.isAside, await isAnyHeard() else { return }
    services.logger.error("this node alone can't reach the database: its pages go to the others")
    node.stepAside()
    await services.floors.sendAway()
  }

  private func learnNames(_ node: ThisNode) async throws {
    defer { looks += 1 }
    guard looks.isMultiple(of: Self.rarely) else { return }
    let all = try await services.read { try NodeStore(connection: $0).all() }
    others = all.filter { $0.isAlive && $0.name != node.name }.map(\.name)
  }

  private func isAnyHeard() async -> Bool {
    await withTaskGroup(of: Bool.self) { group in
      for other in others { group.addTask { [isHeard] in await isHeard(other) } }
      for await isHeard in group where isHeard { return true }
      return false
    }
  }
}

/// Other nodes by way of the load balancer: nodes have no other way to each other but the database.
struct OtherNodes: Sendable {
  let settings: Settings

  @Sendable func isHeard(_ name: String) async -> Bool {
    var rules = FetchRules(bytes: 1 << 10)
    (rules.scheme, rules.port, rules.onlyPublic) = (settings.isSecure ? "https" : "http", nil, false)
    (rules.seconds, rules.hops) = (2, 0)
    let (fetch, address) = (GuardedFetch(rules), settings.origin + Path.nodeIsHeard(name).text)
    return (try? await OwnThread.run { try fetch.file(at: address) }) != nil
  }
}
