import Acts
import Core
import Formats
import Foundation
import House
import Hummingbird
import Records
import Site

/// The fate of each mail of a party, and the host's actions.
package struct OutboxRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  @Sendable package func show(_ request: Request, _ context: PartyContext) async throws -> Response {
    let id = try context.id("party", of: Entity.Party.self)
    let (facts, listing) = try await services.read { connection in
      (
        try JourneyStore(connection: connection).facts(id, of: context.host.id),
        try OutboxStore(connection: connection).listing(of: id, host: context.host.id)
      )
    }
    let page = OutboxPage(
      facts: facts, mails: listing.mails, unknown: listing.unknown, notice: MailNotice(services), now: services.now())
    return services.page(page, for: context)
  }

  @Sendable package func showMail(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (partyID, mailID) = try ids(context)
    let (party, mail, guest) = try await services.read { connection in
      let mail = try OutboxStore(connection: connection).mail(mailID, of: partyID, host: context.host.id)
      let party = try PartyStore(connection: connection).party(partyID, of: context.host.id)
      let guest = try mail.guest.map { try GuestStore(connection: connection).guest($0, of: partyID) }
      return (party, mail, guest)
    }
    let sender = services.message(mail, host: context.host, guest: guest?.guest).from
    let page = OutboxMailPage(
      party: partyID, mail: mail, text: guest.map { services.links(for: $0.guest).fill(mail.text) } ?? mail.text,
      sender: "\(sender.name) <\(sender.address)>",
      language: mail.kind.isForHost
        ? context.host.language : (guest?.form(at: party) ?? party.form).language)
    return services.page(page, for: context)
  }

  /// Tries again, with the address known today.
  @Sendable package func retry(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await change(context) { connection, mail, _ in
      let store = OutboxStore(connection: connection)
      try store.renewAddress(of: mail)
      try ReturnedAddressStore(connection: connection).clear(mail.recipient, of: context.host.id)
      _ = try OutboxQueue(connection: connection).retry(mail.id, at: services.now())
    }
  }

  @Sendable package func stop(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await change(context) { connection, mail, _ in
      if mail.state == .byHand { return try OutboxStore(connection: connection).remove(mail.id) }
      _ = try OutboxQueue(connection: connection).stop(mail.id, MailProblem("outbox.problem.stopped"))
    }
  }

  @Sendable package func markSent(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await change(context) { connection, mail, party in
      try Waves(services: services, connection: connection).sentByHand(mail, party)
    }
  }

  /// What was to be handed over leaves as mail, now that there is an address.
  @Sendable package func mailInstead(_ request: Request, _ context: PartyContext) async throws -> Response {
    try LinkBarrier.demand(try await Form(request, limit: 1 << 12), services)
    return try await change(context) { connection, mail, party in
      try Waves(services: services, connection: connection).mailInstead(mail, party, context.host)
    }
  }

  /// The mails that the host saw when they said that all were sent.
  @Sendable package func markAllSent(_ request: Request, _ context: PartyContext) async throws -> Response {
    let (id, host) = (try context.id("party", of: Entity.Party.self), context.host.id)
    let seen = Set(try await Form(request, limit: 1 << 16).all("mail").compactMap { OutboxMailID($0) })
    try await services.write { [services] connection in
      let party = try PartyStore(connection: connection).party(id, of: host)
      let waves = Waves(services: services, connection: connection)
      for mail in try OutboxStore(connection: connection).mails(of: id, host: host).reversed()
      where seen.contains(mail.id) && !mail.kind.isForHost && (mail.state == .byHand || mail.state == .filed) {
        try waves.sentByHand(mail, party)
      }
    }
    return .redirect(to: .waves(id))
  }

  /// Returns to the page whose button was pressed, since the list of waves has these buttons too.
  private func change(
    _ context: PartyContext,
    _ body: @escaping @Sendable (Transaction, OutgoingMail, Party) throws -> Void
  ) async throws -> Response {
    let (partyID, mailID) = try ids(context)
    let wasByHand = try await services.write { connection in
      let mail = try OutboxStore(connection: connection).mail(mailID, of: partyID, host: context.host.id)
      if mail.kind.isForHost { throw AppError.notFound }
      try body(connection, mail, try PartyStore(connection: connection).party(partyID, of: context.host.id))
      return mail.state == .byHand || mail.state == .filed
    }
    try await services.resumeMail()
    services.wakeOutbox()
    return .redirect(to: wasByHand ? .waves(partyID) : .outbox(partyID))
  }

  private func ids(_ context: PartyContext) throws -> (PartyID, OutboxMailID) {
    (try context.id("party", of: Entity.Party.self), try context.id("mail", of: Entity.OutboxMail.self))
  }
}
