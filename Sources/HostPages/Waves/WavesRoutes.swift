import Acts
import Core
import Evening
import Foundation
import HTTPTypes
import House
import Hummingbird
import Records
import Site

/// Waves of letters, and the fate of each invitation afterwards.
package struct WavesRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    services.page(try await page(context), for: context)
  }

  /// The letters to the guests the host has ticked, before they are sent.
  @Sendable package func preview(_ request: Request, _ context: PartyContext) async throws -> Response {
    let ticked = request.uri.queryParameters[values: "guest"].compactMap { GuestID(String($0)) }
    let isAnyway = request.uri.queryParameters[LinkBarrier.field[...]] != nil
    let view = try await page(context)
    if let barrier = services.linkBarrier, !isAnyway { return refusal(view, barrier.message, context, status: .ok) }
    return try await ask(
      context, .letters(ticked),
      heading: { Message("preview.letters.title.\($0 == 1 ? "one" : "other")", ["count": String($0)]) },
      fields: ticked.map { ("guest", $0.description) } + [("way", "mail"), (LinkBarrier.field, "1")],
      to: .waves(view.facts.party.id),
      press: Message("preview.letters.press"), view)
  }

  /// Writes to the guests the host has ticked, as long as they are next.
  @Sendable package func send(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard let way = Waves.Way(rawValue: form.text("way")) else { throw AppError.malformed }
    let guests = form.all("guest").compactMap { GuestID($0) }
    do { try LinkBarrier.demand(form, services) } catch AppError.conflict(let message) {
      return refusal(try await page(context), message, context)
    }
    if way == .mail { return try await press(.letters(guests), context) }
    let response = try await step(context) { waves, facts in try waves.write(to: Set(guests), by: way, facts) }
    try await DraftFolder(services: services).file(try context.id("party", of: Entity.Party.self), of: context.host)
    return response
  }

  /// Shows what the guest would be told.
  @Sendable package func askWithdrawal(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (view, id) = (try await page(context), try guest(context))
    guard let known = view.facts.guests.first(where: { $0.guest.id == id }) else { throw AppError.notFound }
    let party = view.facts.party.id
    return try await ask(
      context, .withdrawal(id), heading: { _ in Message("preview.withdrawal.title", ["name": known.name]) },
      to: .withdrawal(party, id), press: Message("waves.withdraw"), view)
  }

  @Sendable package func withdraw(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await press(.withdrawal(try guest(context)), context)
  }

  /// The mails a deed would send, with the button that performs it, or the reason why it can't be done.
  private func ask(
    _ context: PartyContext, _ deed: HeldAct.Deed, heading: (Int) -> Message,
    fields: [(name: String, value: String)] = [],
    to action: Path, press: Message, _ view: WavesPage
  ) async throws -> Response {
    do {
      let id = view.facts.party.id
      let mails = try await HeldActs(services: services).mails(by: deed, at: id, of: context.host)
      if mails.isEmpty, case .letters = deed { return .redirect(to: .waves(id)) }
      let page = PreviewPage(
        facts: view.facts, heading: heading(mails.count), mails: mails, action: action, fields: fields, press: press,
        back: .waves(id))
      return services.page(page, for: context)
    } catch AppError.conflict(let message) {
      return refusal(view, message, context, status: .ok)
    }
  }

  private func press(_ deed: HeldAct.Deed, _ context: PartyContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    do {
      if try await HeldActs(services: services).press(deed, at: id, of: context.host, by: context.actor) == .done {
        await services.tellFloor(of: deed, at: id)
      }
    } catch AppError.conflict(let message) {
      return refusal(try await page(context), message, context)
    }
    return .redirect(to: .waves(id))
  }

  /// - Parameter status: `.ok` if nothing was pressed yet and the refusal is only information.
  private func refusal(
    _ page: WavesPage, _ message: Message, _ context: PartyContext, status: HTTPResponse.Status = .conflict
  ) -> Response {
    var page = page
    page.problem = message
    return services.page(page, for: context, status: status)
  }

  @Sendable package func admit(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await press(.admission(try guest(context)), context)
  }

  @Sendable package func giveUp(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await step(context) { waves, facts in try waves.giveUp(try guest(context), facts) }
  }

  @Sendable package func remind(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await press(.reminder(try guest(context)), context)
  }

  @Sendable package func saveSettings(_ request: Request, _ context: PartyContext) async throws -> Response {
    let entered = WaveSettings(try await Form(request, limit: 1 << 16))
    let (id, now) = (try context.id("party", of: Entity.Party.self), services.now())
    let errors: FieldErrors? = try await services.write { connection in
      let store = PartyStore(connection: connection)
      var party = try store.party(id, of: context.host.id)
      guard party.mayInvite(at: now) else { return nil }
      let errors = entered.apply(to: &party)
      if errors.isEmpty { try store.update(party, at: now) }
      return errors
    }
    if errors?.isEmpty == true { return .redirect(to: .waves(id)) }
    var page = try await page(context)
    guard let errors else { return refusal(page, Message("waves.settings.late"), context) }
    (page.settings, page.errors) = (entered, errors)
    return services.page(page, for: context, status: .unprocessableContent)
  }

  /// Performs one step in one transaction. A refusal is shown on the page where it can be put right.
  private func step(
    _ context: PartyContext, _ body: @escaping @Sendable (Waves, WaveFacts) throws -> Void
  ) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    do {
      try await services.write { [services] connection in
        let party = try PartyStore(connection: connection).party(id, of: context.host.id)
        let facts = try WaveFacts(party, host: context.host, connection: connection)
        try body(Waves(services: services, connection: connection), facts)
      }
    } catch AppError.conflict(let message) {
      return refusal(try await page(context), message, context)
    }
    services.wakeOutbox()
    return .redirect(to: .waves(id))
  }

  private func page(_ context: PartyContext) async throws -> WavesPage {
    let id = try context.id("party", of: Entity.Party.self)
    let (facts, mails, ways, notes) = try await services.read { [services] connection in
      let facts = try JourneyStore(connection: connection).facts(id, of: context.host.id)
      let mails = try OutboxStore(connection: connection).mails(of: id, host: context.host.id)
      let obstacle = MailObstacle(services: services, connection: connection, now: services.now())
      let people = facts.guests.filter { $0.email.isEmpty && facts.handedOver.contains($0.guest.id) }.map(
        \.guest.person)
      let ways = people.isEmpty ? [:] : try PersonStore(connection: connection).links(of: people)
      let notes = facts.mailsIn == 0 ? [:] : try GuestMailStore(connection: connection).notes(of: id)
      return (facts, try obstacle.withoutObjections(mails, facts), ways, notes)
    }
    let everybody = facts.guests + (facts.honoured.map { [$0] } ?? [])
    let links = Dictionary(
      uniqueKeysWithValues: everybody.map { ($0.guest.id, services.links(for: $0.guest)) })
    return WavesPage(
      facts: facts, mails: mails, links: links, ways: ways, notes: notes, notice: MailNotice(services),
      settings: WaveSettings(facts.party),
      now: services.now())
  }

  private func guest(_ context: PartyContext) throws -> GuestID { try context.id("guest", of: Entity.Guest.self) }
}
