import House
import Records
import ServiceLifecycle

/// Gives up the floors that others have taken while nothing was heard of this node, and hears what the others say.
package struct NodeKeeper: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    guard let node = services.node else { return try await gracefulShutdown() }
    node.listen { [services] hint in if hint == .rights { services.sockets.askForCheck() } }
    // A node that loses a floor learns it within five seconds.
    await atEachRing(of: node.comebacks, orEvery: .seconds(5)) { await look(node) }
  }

  private func look(_ node: ThisNode) async {
    do {
      try await services.floors.giveUpLost(services)
      if node.leads { try await services.write { try NodeCallStore(connection: $0).sweep() } }
    } catch {
      services.logger.warning("floors not looked after", metadata: ["error": "\(error)"])
    }
  }
}
