import Core
import Foundation
import House
import Logging
import Mail
import Records
import ServiceLifecycle

/// Drains the outbox as long as the program runs: at once when somebody adds mail, and every few seconds for mail that
/// is due again. Each lane has its own connection. When asked to stop, it abandons the step in flight and leaves the
/// mail in the queue.
package struct OutboxService: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  private static let interval = Duration.seconds(5)

  package func run() async throws {
    let drains = OutboxLane.side.map(services.outboxDrain)
    services.node?.listen { [services] hint in if hint == .outbox { services.outbox.ring() } }
    try await drains[0].recover()
    await withGracefulShutdownHandler {
      await withTaskGroup { group in
        group.addTask { await ringRegularly() }
        await listen(drains)
        group.cancelAll()
      }
    } onGracefulShutdown: {
      for drain in drains { drain.transport.stop() }
    }
    try await drains[0].recordAcceptances()
  }

  private func listen(_ drains: [OutboxDrain]) async {
    await withTaskGroup { group in
      for drain in drains { group.addTask { await listen(drain) } }
    }
  }

  private func listen(_ drain: OutboxDrain) async {
    guard let rings = services.outbox.rings[drain.lane] else { return }
    for await _ in rings.cancelOnGracefulShutdown() {
      do {
        try await drain.run { Task.isShuttingDownGracefully }
      } catch {
        services.logger.error("outbox", metadata: ["error": "\(error)"])
      }
    }
  }

  private func ringRegularly() async {
    while !Task.isCancelled {
      services.outbox.ring()
      try? await Task.sleep(for: Self.interval)
    }
  }
}

extension Services {
  /// Sends through the operator's mail server, or writes files if none is set up.
  func outboxDrain(_ lane: OutboxLane) -> OutboxDrain {
    guard var smtp = settings.smtp else {
      return OutboxDrain(
        services: self, transport: OutboxFolder(settings.outboxFolder), accepted: .filed, lane: lane)
    }
    if lane == .signIn { smtp.patience = .brisk }
    return OutboxDrain(
      services: self, transport: SMTPTransport(smtp) { [node] in node?.lapses ?? 0 }, accepted: .sent, lane: lane)
  }

  /// Tells the outbox that there is mail, so that it needn't wait for its next look.
  package func wakeOutbox() { outbox.ring() }
}
