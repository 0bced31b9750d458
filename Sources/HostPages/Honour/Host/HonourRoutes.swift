import Acts
import Core
import Evening
import Foundation
import HTTPTypes
import House
import Hummingbird
import Records
import Site

/// A party's guest of honour: the person, the time, the reason, and the letter.
package struct HonourRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// A guest of honour who is not earned yet is reached through the circle's page, which says why it is early.
  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    let query = request.uri.queryParameters
    // The search for somebody to invite uses the address book, which is its owner's alone.
    let search = context.isOwner ? query["who"].map { $0.cut(to: 100) } ?? "" : ""
    guard let view = try await view(context, search: search), context.isOwner || view.seat != nil else {
      return .redirect(to: try party(context))
    }
    let isEarly = query["early"] != nil
    if view.seat == nil, !view.readiness.isEarned, !isEarly { return .redirect(to: .circleHonour(view.circle.id)) }
    var page = HonourPage(view: view, entered: HonourEntry(view.party), isEarly: isEarly)
    page.saved = query["saved"].map(String.init) ?? ""
    if context.isOwner, let id = query["person"].flatMap({ PersonID(String($0)) }) {
      let person = try await services.read { try PersonStore(connection: $0).person(id, of: context.host.id) }
      page.entered = HonourEntry(view.party, person: person)
    } else if let seat = view.seat {
      page.entered = HonourEntry(seat.honour)
    }
    return services.page(page, for: context)
  }

  @Sendable package func invite(_ request: Request, _ context: HostContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    let entry = HonourEntry(form)
    guard let view = try await view(context) else { throw AppError.notFound }
    let isEarly = form.text("early") == "1"
    guard view.readiness.isEarned || isEarly else { return .redirect(to: .circleHonour(view.circle.id)) }
    return try await change(context, view, entry, isEarly: isEarly, saved: "seat") { try $0.seat(entry) }
  }

  @Sendable package func saveSlot(_ request: Request, _ context: PartyContext) async throws -> Response {
    let entry = HonourEntry(try await Form(request, limit: 1 << 16))
    guard let view = try await view(context), let honour = view.seat?.honour else { throw AppError.notFound }
    return try await change(context, view, entry, saved: "slot") { try $0.change(honour, to: entry) }
  }

  /// The letter's sentences in the host's words. One left as composed keeps following the composition.
  @Sendable package func saveSentences(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard var view = try await view(context), let seat = view.seat, !seat.isWritten else { throw AppError.notFound }
    let (edits, errors) = HonourEdits.entered(form, composed: seat.composed)
    guard errors.isEmpty else {
      view.seat?.edits = edits
      let page = HonourPage(view: view, entered: HonourEntry(seat.honour), errors: errors)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    return try await step(context, view, saved: "sentences") { inviting in
      try HonourStore(connection: inviting.connection).keep(edits, of: seat.honour.guest)
    }
  }

  @Sendable package func send(_ request: Request, _ context: PartyContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 12)
    guard let way = Waves.Way(rawValue: form.text("way")) else { throw AppError.malformed }
    guard let view = try await view(context), let seat = view.seat, !seat.isWritten else { throw AppError.notFound }
    do { try LinkBarrier.demand(form, services) } catch AppError.conflict(let message) {
      return refusal(view, message, context)
    }
    if way == .mail { return try await press(.honourLetter, view, context, saved: "letter") }
    let host = context.host
    let response = try await step(context, view, saved: "letter") { [services] inviting in
      try Waves(services: services, connection: inviting.connection)
        .writeToHonoured(seat.person, by: way, inviting.party, host)
    }
    try await DraftFolder(services: services).file(view.party.id, of: host)
    return response.status == .seeOther ? .redirect(to: .waves(view.party.id)) : response
  }

  @Sendable package func withdraw(_ request: Request, _ context: PartyContext) async throws -> Response {
    guard let view = try await view(context), view.seat != nil else { throw AppError.notFound }
    return try await press(.release, view, context, saved: "released")
  }

  /// Shows the letter again before it is sent.
  @Sendable package func askSending(_ request: Request, _ context: PartyContext) async throws -> Response {
    if let barrier = services.linkBarrier, request.uri.queryParameters[LinkBarrier.field[...]] == nil {
      guard let view = try await view(context) else { return .redirect(to: try party(context)) }
      return refusal(view, barrier.message, context, status: .ok)
    }
    return try await ask(context, .honourLetter, "preview.honour.title", Path.honourLetter, press: "honour.letter.send")
    {
      !$0.isWritten
    }
  }

  /// Shows what the guest of honour would be told.
  @Sendable package func askWithdrawal(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await ask(context, .release, "preview.withdrawal.title", Path.honourWithdrawal, press: "honour.release.button")
    {
      _ in true
    }
  }

  private func ask(
    _ context: some Hosting, _ deed: HeldAct.Deed, _ heading: String, _ action: (PartyID) -> Path, press: String,
    where fits: (HonourView.Seat) -> Bool
  ) async throws -> Response {
    guard let view = try await view(context) else { return .redirect(to: try party(context)) }
    let id = view.party.id
    guard let seat = view.seat, fits(seat) else { return .redirect(to: .honour(id)) }
    do {
      let mails = try await HeldActs(services: services).mails(by: deed, at: id, of: context.host)
      let facts = try await services.read { try JourneyStore(connection: $0).facts(id, of: context.host.id) }
      let page = PreviewPage(
        facts: facts, heading: Message(heading, ["name": seat.person.name]), mails: mails, action: action(id),
        fields: [("way", "mail"), (LinkBarrier.field, "1")], press: Message(press), back: .honour(id))
      return services.page(page, for: context)
    } catch AppError.conflict(let message) {
      return refusal(view, message, context, status: .ok)
    }
  }

  private func press(
    _ deed: HeldAct.Deed, _ view: HonourView, _ context: some Hosting, saved: String
  ) async throws -> Response {
    let id = view.party.id
    do {
      guard try await HeldActs(services: services).press(deed, at: id, of: context.host, by: context.actor) == .done
      else {
        return .redirect(to: Path.honour(id).query([("early", "1")]))
      }
    } catch AppError.conflict(let message) {
      return refusal(view, message, context)
    }
    await services.tellFloor(of: deed, at: id)
    return .redirect(to: Path.honour(id).query([("saved", saved), ("early", "1")]))
  }

  private func refusal(
    _ view: HonourView, _ message: Message, _ context: some Hosting, entered: HonourEntry? = nil, isEarly: Bool = false,
    status: HTTPResponse.Status = .conflict
  ) -> Response {
    let typed = entered ?? view.seat.map { HonourEntry($0.honour) } ?? HonourEntry(view.party)
    let page = HonourPage(view: view, entered: typed, isEarly: isEarly, problem: message)
    return services.page(page, for: context, status: status)
  }

  private func change(
    _ context: some Hosting, _ view: HonourView, _ entry: HonourEntry, isEarly: Bool = false, saved: String,
    _ body: @escaping @Sendable (HonourInviting) throws -> Void
  ) async throws -> Response {
    var errors = entry.slotErrors(view.party)
    if errors.isEmpty {
      do { return try await step(context, view, isEarly: isEarly, entered: entry, saved: saved, body) } catch let wrong
        as FieldErrors
      {
        errors = wrong
      }
    }
    let page = HonourPage(view: view, entered: entry, errors: errors, isEarly: isEarly)
    return services.page(page, for: context, status: .unprocessableContent)
  }

  /// Performs one step in one transaction. A refusal is shown on the page where it can be put right.
  private func step(
    _ context: some Hosting, _ view: HonourView, isEarly: Bool = false, entered: HonourEntry? = nil, saved: String,
    _ body: @escaping @Sendable (HonourInviting) throws -> Void
  ) async throws -> Response {
    let (id, host) = (view.party.id, context.host)
    do {
      try await services.write { [services] connection in
        let party = try PartyStore(connection: connection).party(id, of: host.id)
        try body(HonourInviting(services: services, connection: connection, party: party, host: host))
      }
    } catch AppError.conflict(let message) {
      return refusal(view, message, context, entered: entered, isEarly: isEarly)
    }
    services.wakeOutbox()
    return .redirect(to: Path.honour(id).query([("saved", saved), ("early", "1")]))
  }

  private func view(_ context: some Hosting, search: String = "") async throws -> HonourView? {
    let id = try context.id("party", of: Entity.Party.self)
    return try await services.read { [services] connection in
      try HonourViewStore(services: services, connection: connection).view(of: id, host: context.host, search: search)
    }
  }

  private func party(_ context: some Hosting) throws -> Path { .party(try context.id("party", of: Entity.Party.self)) }
}
