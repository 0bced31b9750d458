import Acts
import Core
import Foundation
import House
import Hummingbird
import NIOCore
import Records
import Site

/// Everything behind a guest's one link. Looking changes nothing; only pressing a button does.
package struct PersonalRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: GuestContext) async throws -> Response {
    let saved = request.uri.queryParameters["saved"].map(String.init) ?? ""
    var view = try await services.personalView(context)
    view.askedZone = request.uri.queryParameters["zone"].map(String.init) ?? ""
    return services.personalPage(view, saved: saved, for: context)
  }

  @Sendable package func reply(_ request: Request, _ context: GuestMay<Right.Answer>) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    guard let answer = Answer(rawValue: form.text("answer")) else { throw AppError.malformed }
    if let refused = try await refusal(form, context.link) { return refused }
    try await services.write { [services] connection in
      // Done first, so that an entry sent because of the answer is in their zone.
      try GuestVisit(services: services, connection: connection).remember(zone: form.text("zone"), from: context)
      try GuestVisit(services: services, connection: connection).remember(shown: form.text("shown"), from: context)
      try GuestReply(services: services, connection: connection).take(answer, word: form.text("word"), from: context)
    }
    services.wakeOutbox()
    return .saved(answer.rawValue, for: context.link)
  }

  @Sendable package func votes(_ request: Request, _ context: GuestMay<Right.Answer>) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    try await services.write { [services] connection in
      try GuestVisit(services: services, connection: connection).remember(shown: form.text("shown"), from: context)
      try GuestVotes(services: services, connection: connection).take(
        form.suffixes(of: "vote."), isAll: form.text("all") == "1", zone: form.text("zone"), from: context)
    }
    services.wakeOutbox()
    return .saved("votes", at: "poll", for: context.link)
  }

  /// Saves wishes and times, or the card: whichever fields the form has.
  @Sendable package func wishes(_ request: Request, _ context: GuestMay<Right.Answer>) async throws -> Response {
    let form = try await Form(request, limit: 1 << 16)
    if let refused = try await refusal(form, context.link) { return refused }
    try await services.write { [services] connection in
      try GuestWishes(services: services, connection: connection).take(form, from: context)
    }
    let isCard = form.has("part") ? form.text("part") == "card" : form.has("name")
    return .saved(isCard ? "card" : "wishes", at: "preparation", for: context.link)
  }

  /// Saves what the others may read about the guest.
  @Sendable package func company(_ request: Request, _ context: GuestMay<Right.Answer>) async throws -> Response {
    let shown = try await Form(request, limit: 1 << 16).text("shown")
    guard Shown.choices.map(\.rawValue).contains(shown) else { throw AppError.malformed }
    try await services.write { [services] connection in
      try GuestVisit(services: services, connection: connection).remember(shown: shown, from: context)
    }
    return .saved("company", for: context.link)
  }

  @Sendable package func zone(_ request: Request, _ context: GuestMay<Right.Answer>) async throws -> Response {
    let name = try await Form(request, limit: 1 << 16).text("zone")
    guard let zone = services.zones.zone(name) else { throw AppError.malformed }
    try await services.write { [services] connection in
      try GuestVisit(services: services, connection: connection).remember(zone: zone.identifier, from: context)
    }
    return .redirect(to: .personal(context.token))
  }

  /// The entry as a file, once the date is confirmed and the guest may come.
  @Sendable package func calendar(_ request: Request, _ context: GuestMay<Right.Calendar>) async throws -> Response {
    let (view, sequence) = try await services.read { [services] connection in
      let view = try PersonalStore(services: services, connection: connection).view(
        of: context.guest, party: context.party, token: context.token)
      return (view, try EntryStore(connection: connection).currentSequence(for: view.guest, of: view.party))
    }
    return try calendarFile(view, sequence: sequence)
  }

  /// Kept apart from the waiting code: when it is inlined there, the optimiser of Swift 6.3.1 crashes.
  @inline(never)
  private func calendarFile(_ view: PersonalView, sequence: Int) throws -> Response {
    guard view.isConfirmed, [.yes, .perhaps].contains(view.situation) else { throw AppError.notFound }
    let entry = PartyEntry(services: services, party: view.party, host: view.host, honour: view.visit?.honour)
    let text = try entry.published(for: view.person, sequence: sequence, link: view.links.personal)
    return .calendar(text)
  }

  /// The page again with the typed text and its errors; nil if all is well.
  private func refusal(_ form: Form, _ context: GuestContext) async throws -> Response? {
    let errors = PersonalEntries(form).errors
    if errors.isEmpty { return nil }
    let view = try await services.personalView(context)
    var entered = PersonalEntries(view)
    entered.take(form)
    return services.personalPage(view, entered: entered, errors: errors, for: context)
  }
}

extension Response {
  /// A calendar entry as a file.
  static func calendar(_ text: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "text/calendar; charset=utf-8; method=PUBLISH", .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"party.ics\"",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
