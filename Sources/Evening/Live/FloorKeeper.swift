import House
import ServiceLifecycle

/// Keeps the clocks of all floors going, and looks after rights that have ended.
package struct FloorKeeper: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await services.floors.tick()
        await services.endSocketsIfAsked()
        try? await Task.sleep(for: .milliseconds(250))
      }
    }
  }
}
