import Core
import WebSockets

/// What time brings.
extension PartyFloor {
  /// Credentials are renewed so many seconds before they end.
  private static let renewal = 300

  /// Warnings, parts that change, seats that were kept long enough, rounds, credentials.
  package func tick() async {
    let now = now
    renewCredentials(at: now)
    do {
      if let deadline = planned.nextDeadline, deadline <= now { try await record(planned.due(at: now)) }
      if planned.needsSeating { try await record(planned.roundEvents(seating: nextSeating(), at: now)) }
    } catch {
      // It is due still, and tried again with the next tick.
      services.logger.error("floor's clock stopped", metadata: ["party": "\(party)", "error": "\(error)"])
    }
  }

  /// The floor is set up anew: every page is told to come back at once.
  func sayGoodbye() {
    for (who, page) in pages {
      page.socket.send(ServerMessage.bye(reason: "restart", retryAfter: 300).frame)
      close(who, .serviceRestart)
    }
  }

  /// After a restart nobody is connected, whatever was stored last.
  func restart() async throws {
    try await record(planned.restarted(at: now))
  }

  private func renewCredentials(at now: Moment) {
    for (who, page) in pages {
      guard page.isWelcome, let until = page.iceUntil, until.seconds(since: now) < Self.renewal else { continue }
      let offer = services.ice(for: who)
      pages[who]?.iceUntil = offer.iceUntil
      send(.ice(offer), to: who)
    }
  }
}
