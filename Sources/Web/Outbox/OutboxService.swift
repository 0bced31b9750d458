import Core
import Foundation
import Logging
import Mail
import ServiceLifecycle

/// Drains the outbox as long as the program runs: at once when somebody puts mail in, and every few seconds for what is
/// due again. It ends between two mails.
struct OutboxService: Service {
  let services: Services

  private static let interval = Duration.seconds(5)

  func run() async throws {
    let drain = services.outboxDrain()
    try await drain.recover()
    await withTaskGroup { group in
      group.addTask { await ringRegularly() }
      await listen(drain)
      group.cancelAll()
    }
  }

  private func listen(_ drain: OutboxDrain) async {
    for await _ in services.outbox.rings.cancelOnGracefulShutdown() {
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
  /// Sends by the operator's mail server, or writes files where none is set up.
  func outboxDrain() -> OutboxDrain {
    if let smtp = settings.smtp {
      return OutboxDrain(services: self, transport: SMTPTransport(smtp), accepted: .sent)
    }
    return OutboxDrain(services: self, transport: OutboxFolder(settings.outboxFolder), accepted: .filed)
  }

  /// Tells the outbox that there is mail, so that it needn't wait for its next look.
  package func wakeOutbox() { outbox.ring() }
}
