import Core
import Database
import Foundation
import House
import Records
import ServiceLifecycle

/// Looks after parties that people are being invited to: who has fallen silent, who moves up, who is due a reminder,
/// and what the host should know.
package struct Steward: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  private static let interval = Duration.seconds(30)

  package func run() async throws {
    await services.inRounds(every: Self.interval, "steward") { try await tick(at: services.now()) }
  }

  /// Does one round. Calling it twice does nothing more.
  package func tick(at now: Date) async throws {
    let parties = try await services.database.read { try WatchedPartyStore(connection: $0).inviting() }
    for party in parties {
      try await services.database.write { [services] connection in
        try StewardRound(services: services, connection: connection, now: now).look(after: party)
      }
    }
    try await services.database.write { [services] in _ = try PollWatch(services: services).look($0) }
    let entries = try await services.database.write { [services] in try HostEntryWatch(services: services).look($0) }
    if !parties.isEmpty || entries > 0 { services.wakeOutbox() }
  }
}

/// One party, in one transaction.
struct StewardRound {
  let services: Services
  let connection: any Connection
  let now: Date

  func look(after id: PartyID) throws {
    let party = try PartyStore(connection: connection).party(id)
    guard let host = try HostStore(connection: connection).host(party.host), party.mayInvite(at: now) else { return }
    let waves = Waves(services: services, connection: connection)
    try silence(try facts(party, host), waves)
    try moveUp(try facts(party, host), waves)
    try remind(try facts(party, host), waves)
    try PollReminderPost(services: services, connection: connection, now: now).look(after: party, host)
    try DayBeforePost(services: services, connection: connection, now: now).look(after: party, host)
    try tell(of: try facts(party, host))
  }

  private func tell(of facts: WaveFacts) throws {
    let news = HostNews(services: services, connection: connection, party: facts.party, host: facts.host)
    for guest in facts.guests { try news.objected(guest) }
    guard let honoured = try GuestStore(connection: connection).honoured(at: facts.party.id),
      honoured.guest.hasObjectedAfterYes
    else { return }
    try AssistantFarewell(services: services, connection: connection, party: facts.party, host: facts.host)
      .write(for: honoured, key: "assistant-objected:\(honoured.guest.id)")
  }

  private func facts(_ party: Party, _ host: Host) throws -> WaveFacts {
    try WaveFacts(party, host: host, connection: connection)
  }

  private func silence(_ facts: WaveFacts, _ waves: Waves) throws {
    let waiting = try OutboxStore(connection: connection).waitingLetters(of: facts.party.id)
    for var guest in facts.guests where !waiting.contains(guest.guest.id) { try waves.fallSilent(&guest, at: now) }
  }

  /// Automatic only if letters can be sent automatically; otherwise the host is told, once for each seat that has
  /// become free.
  private func moveUp(_ facts: WaveFacts, _ waves: Waves) throws {
    let plan = try facts.plan()
    if services.settings.smtp != nil, !plan.due.isEmpty, !isShort(facts.party) {
      for id in plan.due.admitted {
        guard var guest = facts.guest(id) else { continue }
        try waves.admit(&guest, facts)
      }
      try waves.write(to: Set(plan.due.written), by: .mail, facts)
    } else if !plan.next.isEmpty, facts.releases > 0 {
      let names = facts.names(plan.next.admitted + plan.next.written)
      try HostNewsPost(services: services, connection: connection)
        .tell(facts.party, host: facts.host, key: NewsKey.proposal.key("\(facts.party.id):\(facts.releases)")) { _ in
          .proposal(names: names)
        }
    }
  }

  /// No program invites anybody for tomorrow.
  private func isShort(_ party: Party) -> Bool {
    party.start.map { $0.timeIntervalSince(now) < 2 * 86_400 } ?? false
  }

  private func remind(_ facts: WaveFacts, _ waves: Waves) throws {
    guard services.settings.smtp != nil else { return }
    let rule = ReminderRule(daysBefore: facts.party.reminderDays == 0 ? nil : facts.party.reminderDays)
    for guest in facts.guests
    where rule.isDue(
      guest.guest.invitation, isSuppressed: facts.suppressed.contains(guest.guest.id), at: now)
    {
      try waves.remind(guest.guest.id, facts)
    }
  }
}
