import Core
import Database
import Foundation
import House
import Records

/// A host's decision about a date, with the consequences for the guests, inside one transaction.
package struct DateDecision {
  package let services: Services
  package let connection: any Connection

  /// The host's webhooks, if they are already known.
  let webhooks: [Webhook]?

  package init(services: Services, connection: any Connection, webhooks: [Webhook]? = nil) {
    self.services = services
    self.connection = connection
    self.webhooks = webhooks
  }

  /// Confirms the date. Guests who come or may come get an entry; anybody who turned it down in the poll hears that it
  /// is a pity.
  /// - Parameters:
  ///   - guests: everybody at the party, if already known.
  ///   - host: the same.
  /// - Throws: `PartyRefusal`.
  package func confirm(_ date: PartyDate, of party: Party, for guests: [KnownGuest]? = nil, host: Host? = nil) throws {
    var party = party
    let guests = try guests ?? self.guests(of: party)
    let expected = guests.count(where: \.guest.holdsSeat)
    try party.apply(.confirm(date, guests: expected), at: services.now())
    try store(party)
    try tellPrograms(.dateConfirmed, of: party)
    try DateTelling(party, host: host, services: services, connection: connection)
      .tellEverybody(guests)
  }

  /// Moves the date.
  /// - Throws: `PartyRefusal`.
  package func move(to date: PartyDate, of party: Party) throws {
    var next = party
    try next.apply(.changeDate(date), at: services.now())
    guard next.start != party.start || next.zone != party.zone else { return }
    try store(next)
    try HonourStore(connection: connection).forgetDelay(at: party.id)
    try tellPrograms(.dateMoved, of: next)
    try DateTelling(next, services: services, connection: connection).tellEverybody()
  }

  /// Gives another date to a party that did not take place. The evening that nobody came to counts as never opened.
  /// - Throws: `PartyRefusal`.
  package func setAnew(_ date: PartyDate, of party: Party) throws {
    var next = party
    try next.apply(.setAnew(date), at: services.now())
    try store(next)
    try PartyStageStore(connection: connection).beginAnew(party.id)
    try OutboxStore(connection: connection).resumeLetters(of: party.id, at: services.now())
    try HonourStore(connection: connection).forgetDelay(at: party.id)
    try tellPrograms(.dateMoved, of: next)
    try DateTelling(next, services: services, connection: connection).tellEverybody()
  }

  /// Cancels the party: guests who have the entry lose it, other invited guests who have not declined are told, and
  /// letters that have not left are stopped.
  /// - Throws: `PartyRefusal`.
  package func cancel(_ party: Party, reason: String) throws {
    var party = party
    try party.apply(.cancel, at: services.now())
    party.cancelReason = reason
    try store(party)
    try OutboxStore(connection: connection).stop(
      party: party.id,
      kinds: [.letter, .reminder, .confirmation, .change, .dayBefore, .message, .pollReminder, .newLink])
    for guest in try guests(of: party) { try tell(guest, party) }
  }

  package func post(_ party: Party) throws -> EntryPost {
    EntryPost(services: services, connection: connection, party: party, host: try host(of: party))
  }

  private func tell(_ person: KnownGuest, _ party: Party) throws {
    var person = person
    let effects = person.guest.invitation.apply(.partyCancelled, at: services.now())
    try GuestStore(connection: connection).update(person.guest)
    guard effects.contains(.writeCancellation) else { return }
    try AssistantFarewell(services: services, connection: connection, party: party, host: try host(of: party))
      .write(for: person, reason: party.cancelReason)
    if try hasEntry(person) { return try post(party).cancel(person) }
    guard try OutboxStore(connection: connection).hasLeft(for: person.guest.id) else { return }
    let (host, postbox) = (try host(of: party), Postbox(services: services))
    let letter = try LetterComposition(services: services).cancellation(
      reason: party.cancelReason, for: person, party: party, host: host, connection: connection)
    let key = "cancellation:\(person.guest.id)"
    var mail = postbox.mail(letter, kind: .cancellation, key: key, guest: person, party: party, host: host)
    if !person.isReachable { mail.state = .byHand }
    try postbox.post(mail, connection)
  }

  private func tellPrograms(_ event: WebhookNews.Event, of party: Party) throws {
    try WebhookNews(services: services, connection: connection, webhooks: webhooks)
      .tell(event, of: party.host, party: party.id)
  }

  private func hasEntry(_ person: KnownGuest) throws -> Bool {
    try EntryStore(connection: connection).entry(of: person.guest.id)?.stands ?? false
  }

  private func guests(of party: Party) throws -> [KnownGuest] {
    try GuestStore(connection: connection).everybody(of: party.id)
  }

  private func store(_ party: Party) throws {
    try PartyStore(connection: connection).update(party, at: services.now())
  }

  private func host(of party: Party) throws -> Host {
    guard let host = try HostStore(connection: connection).host(party.host) else { throw AppError.notFound }
    return host
  }
}
