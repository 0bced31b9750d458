import Core
import WebSockets

/// The effects of time.
extension PartyFloor {
  /// Seconds before their end at which credentials are renewed.
  private static let renewal = 300

  /// Warnings, parts that change, seats that were kept long enough, rounds, credentials.
  package func tick() async {
    let now = now
    renewCredentials(at: now)
    considerForwarding()
    do {
      if let deadline = planned.nextDeadline, deadline <= now { try await record(planned.due(at: now)) }
      if planned.needsSeating { try await beginRound(at: now) }
    } catch {
      // It is still due, and is tried again at the next tick.
      services.logger.error("floor's clock stopped", metadata: ["party": "\(party)", "error": "\(error)"])
    }
  }

  /// Tells every page to come back at once, because the floor is set up again.
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

  /// Servers for somebody's browser: a relay is meant for the evening, and nobody gets one before.
  func ice(for who: ParticipantID) -> IceOffer {
    var offer = services.ice(for: who, withRelay: shown.isRelayed(at: now))
    if shown.setup.hidesAddresses, services.hasRelay { offer.relayOnly = true }
    return offer
  }

  /// Sends new credentials before the old ones end, and the first as soon as there are any.
  private func renewCredentials(at now: Moment) {
    guard services.hasRelay, shown.isRelayed(at: now) else { return }
    for (who, page) in pages where page.isWelcome {
      if let until = page.iceUntil, until.seconds(since: now) >= Self.renewal { continue }
      let offer = ice(for: who)
      pages[who]?.iceUntil = offer.iceUntil
      send(.ice(offer), to: who)
    }
  }
}
