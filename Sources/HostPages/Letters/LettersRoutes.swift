import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// The letters of a party on the host's desk: all of them together, and each separately.
package struct LettersRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func list(_ request: Request, _ context: PartyContext) async throws -> Response {
    var page = try await listPage(context)
    page.saved = request.uri.queryParameters["saved"].map(String.init) ?? ""
    return services.page(page, for: context)
  }

  /// Saves the sentences of all letters, or of those the form contains. Those that fit are kept even if one does not.
  @Sendable package func saveSentences(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (id, host, now) = (try context.id("party", of: Entity.Party.self), context.host.id, services.now())
    let form = try await Form(request)
    let sentences = LetterSentences(form)
    try await services.write { connection in
      let party = try PartyStore(connection: connection).editableParty(id, of: host)
      try sentences.store(for: party, at: now, connection)
    }
    guard sentences.tooLong.isEmpty else {
      var page = try await listPage(context)
      page.refused = sentences.tooLong
      return services.page(page, for: context, status: .unprocessableContent)
    }
    if form.text("then") == "waves" { return .redirect(to: .waves(id)) }
    if let guest = GuestID(form.text("open")) { return .redirect(to: .letter(id, guest)) }
    return .redirect(to: Path.letters(id).query([("saved", "letters")]))
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (facts, letter) = try await letter(context)
    let isSaved = request.uri.queryParameters["saved"] != nil
    return services.page(page(facts, letter, context, isSaved: isSaved), for: context)
  }

  @Sendable package func save(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (id, guest) = try ids(context)
    let form = try await Form(request, limit: 1 << 16)
    let entry = LetterEntry(form)
    let (facts, letter) = try await letter(context)
    guard entry.errors.isEmpty else {
      var page = page(facts, letter, context)
      (page.entered, page.errors) = (entry, entry.errors)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    try await change(id, guest, context) { guest, _ in entry.apply(to: &guest, composed: letter.composed) }
    guard form.text("then") == "next" else {
      return .redirect(to: Path.letter(id, guest).query([("saved", "1")]))
    }
    return .redirect(to: LetterPlace(guest, in: facts).next.map { .letter(id, $0) } ?? .waves(id))
  }

  private func listPage(_ context: PartyContext) async throws -> LettersPage {
    let facts = try await services.facts(context)
    let host = context.host
    var letters: [DeskLetter] = []
    if facts.party.substance.isComplete {
      letters = try await services.read { [services] connection in
        try LetterDesk(services: services, connection: connection).letters(facts, host: host)
      }
    }
    return LettersPage(facts: facts, letters: letters, hasAddress: host.hasAddress, now: services.now())
  }

  private func letter(_ context: PartyContext) async throws -> (PartyFacts, DeskLetter) {
    let (id, guest) = try ids(context)
    let host = context.host
    return try await services.read { [services] connection in
      let facts = try JourneyStore(connection: connection).facts(id, of: host.id)
      guard let known = facts.guests.first(where: { $0.guest.id == guest && $0.guest.standing != .excluded }) else {
        throw AppError.notFound
      }
      return (facts, try LetterDesk(services: services, connection: connection).letter(known, facts, host: host))
    }
  }

  private func page(
    _ facts: PartyFacts, _ letter: DeskLetter, _ context: PartyContext, isSaved: Bool = false
  ) -> LetterPage {
    let host = context.host.signing(facts.party)
    var page = LetterPage(
      facts: facts, letter: letter, entered: LetterEntry(letter),
      sender: "\(host.name) <\(services.senderAddress(of: host))>", replyTo: host.knownEmail,
      link: services.links(for: letter.guest).personal, isSaved: isSaved)
    page.barrier = services.linkBarrier
    return page
  }

  private func change(
    _ id: PartyID, _ guest: GuestID, _ context: PartyContext,
    _ change: @escaping @Sendable (inout Guest, Party) throws -> Void
  ) async throws {
    let (host, now) = (context.host.id, services.now())
    try await services.write { connection in
      let party = try PartyStore(connection: connection).editableParty(id, of: host)
      let store = GuestStore(connection: connection)
      var changed = try store.guest(guest, of: party.id).guest
      try change(&changed, party)
      try store.update(changed)
      // Work on a letter is work on the party, so the person it is for is not erased in the meantime.
      try PartyStore(connection: connection).update(party, at: now)
    }
  }

  private func ids(_ context: PartyContext) throws -> (PartyID, GuestID) {
    (try context.id("party", of: Entity.Party.self), try context.id("guest", of: Entity.Guest.self))
  }
}

extension Services {
  /// The address in From: the operator's, unless the mail account is the host's own.
  fileprivate func senderAddress(of host: Host) -> String {
    ownsAccount(host) ? host.email : settings.mailFrom
  }
}
