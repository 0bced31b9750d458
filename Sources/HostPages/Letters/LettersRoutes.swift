import Acts
import Core
import House
import Hummingbird
import Records
import Site

/// The letters of a party on the host's desk: all of them, and each alone.
package struct LettersRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func list(_ request: Request, _ context: HostContext) async throws -> Response {
    services.page(try await listPage(context), for: context)
  }

  /// The one sentence, written from the list.
  @Sendable package func saveSentence(_ request: Request, _ context: HostContext) async throws -> Response {
    let (id, guest) = try ids(context)
    let sentence = try await Form(request, limit: 1 << 16).text("sentence")
    let limit = LetterEntry.limits["sentence", default: 0]
    guard sentence.length <= limit else {
      var page = try await listPage(context)
      let error = Message("letters.one.error.long", ["count": "\(limit)"])
      page.refused = LettersPage.Refused(guest: guest, sentence: sentence, error: error)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    try await change(id, guest, context) { guest, _ in guest.letter.ownSentence = sentence }
    return .redirect(to: Path.letters(id).text + "#to-\(guest)")
  }

  @Sendable package func show(_ request: Request, _ context: HostContext) async throws -> Response {
    let (facts, letter) = try await letter(context)
    let isSaved = request.uri.queryParameters["saved"] != nil
    return services.page(page(facts, letter, context, isSaved: isSaved), for: context)
  }

  @Sendable package func save(_ request: Request, _ context: HostContext) async throws -> Response {
    let (id, guest) = try ids(context)
    let entry = LetterEntry(try await Form(request, limit: 1 << 16))
    let (facts, letter) = try await letter(context)
    guard entry.errors.isEmpty else {
      var page = page(facts, letter, context)
      (page.entered, page.errors) = (entry, entry.errors)
      return services.page(page, for: context, status: .unprocessableContent)
    }
    try await change(id, guest, context) { guest, _ in entry.apply(to: &guest, composed: letter.composed) }
    return .redirect(to: Path.letter(id, guest).query([("saved", "1")]))
  }

  private func listPage(_ context: HostContext) async throws -> LettersPage {
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

  private func letter(_ context: HostContext) async throws -> (PartyFacts, DeskLetter) {
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
    _ facts: PartyFacts, _ letter: DeskLetter, _ context: HostContext, isSaved: Bool = false
  ) -> LetterPage {
    LetterPage(
      facts: facts, letter: letter, entered: LetterEntry(letter),
      sender: "\(context.host.name) <\(services.senderAddress(of: context.host))>", replyTo: context.host.knownEmail,
      link: services.links(for: letter.guest).personal, isSaved: isSaved)
  }

  private func change(
    _ id: PartyID, _ guest: GuestID, _ context: HostContext,
    _ change: @escaping @Sendable (inout Guest, Party) throws -> Void
  ) async throws {
    let (host, now) = (context.host.id, services.now())
    try await services.write { connection in
      let party = try PartyStore(connection: connection).editableParty(id, of: host)
      let store = GuestStore(connection: connection)
      var changed = try store.guest(guest, of: party.id).guest
      try change(&changed, party)
      try store.update(changed)
      // A sentence is work on the party: who it is for is not erased meanwhile.
      try PartyStore(connection: connection).update(party, at: now)
    }
  }

  private func ids(_ context: HostContext) throws -> (PartyID, GuestID) {
    (try context.id("party", of: Entity.Party.self), try context.id("guest", of: Entity.Guest.self))
  }
}

extension Services {
  /// The address in From: the operator's, unless the mail account is the host's own.
  fileprivate func senderAddress(of host: Host) -> String {
    ownsAccount(host) ? host.email : settings.mailFrom
  }
}
