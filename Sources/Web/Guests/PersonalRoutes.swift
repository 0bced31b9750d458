import Core
import Foundation
import Hummingbird
import NIOCore

/// Everything behind a guest's one link. Looking changes nothing; only a pressed button does.
struct PersonalRoutes {
  let services: Services

  @Sendable func show(_ request: Request, _ context: GuestContext) async throws -> Response {
    let saved = request.uri.queryParameters["saved"].map(String.init) ?? ""
    let view = try await view(context)
    if let visit = view.visit {
      return services.page(HonourVisitPage(view: view, visit: visit, saved: saved), for: context)
    }
    return services.page(PersonalPage(view: view, saved: saved), for: context)
  }

  @Sendable func reply(_ request: Request, _ context: GuestContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard let answer = Answer(rawValue: form.text("answer")) else { throw AppError.malformed }
    if let refused = try await refusal(form, context) { return refused }
    try await services.database.write { [services] connection in
      try GuestReply(services: services, connection: connection).take(answer, word: form.text("word"), from: context)
    }
    services.wakeOutbox()
    return .redirect(to: .personal(context.token))
  }

  @Sendable func votes(_ request: Request, _ context: GuestContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    try await services.database.write { [services] connection in
      try GuestVotes(services: services, connection: connection).take(
        form.suffixes(of: "vote."), zone: form.text("zone"), from: context)
    }
    return saved("votes", context)
  }

  /// Wishes and times, or the card: what the form has of them.
  @Sendable func wishes(_ request: Request, _ context: GuestContext) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    if let refused = try await refusal(form, context) { return refused }
    try await services.database.write { [services] connection in
      try GuestWishes(services: services, connection: connection).take(form, from: context)
    }
    return saved(form.has("name") ? "card" : "wishes", context)
  }

  @Sendable func zone(_ request: Request, _ context: GuestContext) async throws -> Response {
    let zone = try await Form(request, limit: 1 << 16).text("zone")
    guard ZoneName.zone(zone) != nil else { throw AppError.malformed }
    try await services.database.write { [services] connection in
      var guest = try GuestVisit(services: services, connection: connection).person(context).guest
      guest.zone = zone
      try GuestStore(connection: connection).update(guest)
    }
    return .redirect(to: .personal(context.token))
  }

  /// The entry as a file, once the date stands and the guest may come.
  @Sendable func calendar(_ request: Request, _ context: GuestContext) async throws -> Response {
    try calendarFile(try await view(context))
  }

  /// Apart from the waiting: inlined into it, the optimiser of Swift 6.3.1 crashes.
  @inline(never)
  private func calendarFile(_ view: PersonalView) throws -> Response {
    guard view.isConfirmed, [.yes, .perhaps].contains(view.situation) else { throw AppError.notFound }
    let entry = PartyEntry(services: services, party: view.party, host: view.host, honour: view.visit?.honour)
    let text = try entry.published(for: view.person, sequence: view.sequence, link: view.links.personal)
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/calendar; charset=utf-8; method=PUBLISH", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"party.ics\"",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private func view(_ context: GuestContext) async throws -> PersonalView {
    try await services.database.read { [services] connection in
      try PersonalStore(services: services, connection: connection).view(
        of: context.guest, party: context.party, token: context.token)
    }
  }

  /// The page again, with what was typed and what is wrong with it; nil if all is well.
  private func refusal(_ form: Form, _ context: GuestContext) async throws -> Response? {
    let view = try await view(context)
    var entered = PersonalEntries(view)
    entered.take(form)
    let errors = entered.errors
    guard !errors.isEmpty else { return nil }
    if let visit = view.visit {
      let page = HonourVisitPage(view: view, visit: visit, entered: entered, errors: errors)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    return services.page(
      PersonalPage(view: view, entered: entered, errors: errors), for: context, status: .unprocessableContent)
  }

  private func saved(_ what: String, _ context: GuestContext) -> Response {
    .redirect(to: Path.personal(context.token).query([("saved", what)]))
  }
}
