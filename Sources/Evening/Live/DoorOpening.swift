import Core
import Foundation
import House
import Logging
import Records
import ServiceLifecycle

/// Opens the doors at the party's time if its host wants that, so that nobody waits outside while the host is late.
package struct DoorOpening: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  private static let interval = Duration.seconds(2)

  package func run() async throws {
    await services.inRounds(every: Self.interval, "doors not opened") { try await tick(at: services.now()) }
  }

  /// Calling it twice does nothing more: doors that are open, or were closed again, are left alone.
  package func tick(at now: Date) async throws {
    let parties = try await services.database.read { try PartyStageStore(connection: $0).dueDoors(at: now) }
    for party in parties {
      do {
        try await services.floors.request(.doors(state: .open), by: .host, at: party, services)
      } catch {
        // One door that can't be opened must not keep the others closed.
        services.logger.error("doors not opened", metadata: ["party": "\(party)", "error": "\(error)"])
      }
    }
  }
}
