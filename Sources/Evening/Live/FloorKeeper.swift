import House
import ServiceLifecycle

/// Keeps the clocks of all floors going, and looks after rights that have ended. Among several nodes it hands the floors over at the end.
package struct FloorKeeper: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    await services.inRounds(every: .milliseconds(250), "floors") {
      await services.floors.tick()
      await services.endSocketsIfAsked()
    }
    await services.floors.handOverAll(services)
  }
}
