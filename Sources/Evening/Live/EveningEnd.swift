import Core
import Foundation
import House
import Logging
import Records
import ServiceLifecycle

/// Ends evenings whose time is over: those that nobody opened, began or ended, and dates that nobody ever accepted.
package struct EveningEnd: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  private static let interval = Duration.seconds(30)

  package func run() async throws {
    await services.inRounds(every: Self.interval, "evenings not ended") { try await tick(at: services.now()) }
  }

  /// Calling it twice does nothing more. An evening at which people are still talking goes on: its floor decides.
  package func tick(at now: Date) async throws {
    for party in try await services.read({ try WatchedPartyStore(connection: $0).notEnded() }) {
      guard let clock = party.clock, clock.closesAt <= now else { continue }
      if party.isMeeting { try await close(party.id) } else { try await miss(party.id, at: now) }
    }
  }

  /// One evening that can't be opened must not keep the others from ending.
  private func close(_ id: PartyID) async throws {
    do {
      try await services.floors.floor(of: id, services).tick()
    } catch is FloorMoved {
      // Its clock goes on where it is open.
    } catch {
      services.logger.error("evening not ended", metadata: ["party": "\(id)", "error": "\(error)"])
    }
  }

  private func miss(_ id: PartyID, at now: Date) async throws {
    try await services.write { connection in
      let store = PartyStore(connection: connection)
      var party = try store.party(id)
      guard party.stage == .inviting else { return }
      try party.apply(.missed(start: party.start, guests: 0), at: now)
      try store.update(party, at: now)
      try OutboxStore(connection: connection).stopMissed(id)
    }
  }
}
