import Acts
import Core
import Evening
import Foundation
import House
import Hummingbird
import Records
import Site

/// Waves of letters, and what happens to each invitation afterwards.
package struct WavesRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    services.page(try await page(context), for: context)
  }

  /// Writes to the guests that the host has ticked, as far as they are next.
  @Sendable package func send(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard let way = Waves.Way(rawValue: form.text("way")) else { throw AppError.malformed }
    let guests = Set(form.all("guest").compactMap { GuestID($0) })
    let response = try await step(context) { waves, facts in try waves.write(to: guests, by: way, facts) }
    if way == .hand {
      try await DraftFolder(services: services).file(try context.id("party", of: Entity.Party.self), of: context.host)
    }
    return response
  }

  @Sendable package func withdraw(_ request: Request, _ context: HostContext) async throws -> Response {
    let response = try await step(context) { waves, facts in try waves.withdraw(try guest(context), facts) }
    let party = try context.id("party", of: Entity.Party.self)
    await services.floors.dismiss(ParticipantID(try guest(context).description), at: party)
    return response
  }

  @Sendable package func admit(_ request: Request, _ context: HostContext) async throws -> Response {
    try await step(context) { waves, facts in try waves.admit(try guest(context), facts) }
  }

  @Sendable package func giveUp(_ request: Request, _ context: HostContext) async throws -> Response {
    try await step(context) { waves, facts in try waves.giveUp(try guest(context), facts) }
  }

  @Sendable package func remind(_ request: Request, _ context: HostContext) async throws -> Response {
    try await step(context) { waves, facts in try waves.remind(try guest(context), facts) }
  }

  @Sendable package func saveSettings(_ request: Request, _ context: HostContext) async throws -> Response {
    let entered = WaveSettings(try await Form(request, limit: 1 << 16))
    let (id, now) = (try context.id("party", of: Entity.Party.self), services.now())
    let errors = try await services.write { connection in
      let store = PartyStore(connection: connection)
      var party = try store.party(id, of: context.host.id)
      let errors = entered.apply(to: &party)
      if errors.isEmpty { try store.update(party, at: now) }
      return errors
    }
    if errors.isEmpty { return .redirect(to: .waves(id)) }
    var page = try await page(context)
    (page.settings, page.errors) = (entered, errors)
    return services.page(page, for: context, status: .unprocessableContent)
  }

  /// One step in one transaction. What is refused is said on the page, where it can be mended.
  private func step(
    _ context: HostContext, _ body: @escaping @Sendable (Waves, WaveFacts) throws -> Void
  ) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    do {
      try await services.write { [services] connection in
        let party = try PartyStore(connection: connection).party(id, of: context.host.id)
        let facts = try WaveFacts(party, host: context.host, connection: connection)
        try body(Waves(services: services, connection: connection), facts)
      }
    } catch AppError.conflict(let message) {
      var page = try await page(context)
      page.problem = message
      return services.page(page, for: context, status: .conflict)
    }
    services.wakeOutbox()
    return .redirect(to: .waves(id))
  }

  private func page(_ context: HostContext) async throws -> WavesPage {
    let id = try context.id("party", of: Entity.Party.self)
    let (facts, mails) = try await services.read { [services] connection in
      let facts = try JourneyStore(connection: connection).facts(id, of: context.host.id)
      let mails = try OutboxStore(connection: connection).mails(of: id, host: context.host.id)
      let obstacle = MailObstacle(services: services, connection: connection, now: services.now())
      return (facts, try obstacle.withoutObjections(mails, facts))
    }
    let everybody = facts.guests + (facts.honoured.map { [$0] } ?? [])
    let links = Dictionary(
      uniqueKeysWithValues: everybody.map { ($0.guest.id, services.links(for: $0.guest)) })
    return WavesPage(
      facts: facts, mails: mails, links: links, notice: MailNotice(services), settings: WaveSettings(facts.party),
      now: services.now())
  }

  private func guest(_ context: HostContext) throws -> GuestID { try context.id("guest", of: Entity.Guest.self) }
}
