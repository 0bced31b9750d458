import Foundation
import House
import ServiceLifecycle

/// Keeps looking into hosts' calendars while their guests choose a date. A page never waits for it.
package struct BusyService: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    await services.inRounds(every: .seconds(60), "busy times") { try await BusyLook(services: services).look() }
  }
}
