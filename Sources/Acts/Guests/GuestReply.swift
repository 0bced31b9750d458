import Core
import Database
import Foundation
import House
import Records

/// Accepts an answer and carries out its consequences in one transaction: whether a seat is free is checked where
/// nobody else can take it at the same time.
package struct GuestReply {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  package func take(_ answer: Answer, word: String, from context: some GuestDelegate) throws {
    let source = context.source
    try take(from: context, noting: answer.rawValue) { .answered(answer, word: word, hasRoom: $0, by: source) }
  }

  /// Their votes decide whether they come: see `Invitation.Event.voted`.
  func takeVotes(thatSuit suits: Bool, from context: some GuestDelegate) throws {
    let source = context.source
    try take(from: context, noting: suits ? "byVote" : "noDate") { .voted(suits: suits, hasRoom: $0, by: source) }
  }

  private func take(
    from context: some GuestDelegate, noting detail: String, _ event: (_ hasRoom: Bool) -> Invitation.Event
  ) throws {
    let visit = GuestVisit(services: services, connection: connection)
    let party = try visit.party(context)
    var everybody = try everybody(of: party)
    if everybody.contains(where: { $0.known.guest.id == context.guest && $0.isHandedOver }) {
      try Waves(services: services, connection: connection).answered(by: context.guest, party)
      everybody = try self.everybody(of: party)
    }
    guard let own = everybody.first(where: { $0.known.guest.id == context.guest }) else { throw AppError.notFound }
    var person = try visit.admitted(own.known, party, context)
    let before = person.guest
    // A guest of honour has a seat of their own.
    let hasRoom = person.guest.isHonoured || Self.hasRoom(party, everybody)
    let effects = person.guest.invitation.apply(event(hasRoom), at: services.now())
    guard person.guest.invitation != before.invitation else { return }
    try GuestStore(connection: connection).update(person.guest)
    try visit.note(context.source == .host ? GuestEvent.entered : GuestEvent.answer, detail, of: person.guest.id)
    guard let (host, webhooks) = try WebhookStore(connection: connection).hostAndWebhooks(party.host) else {
      throw AppError.notFound
    }
    try tell(webhooks, of: person.guest, before: before, party)
    let guests = everybody.map { $0.known }
    let news = HostNews(services: services, connection: connection, party: party, host: host)
    try tell(news, effects, of: person, before: before, guests)
    if person.guest.isHonoured, !context.isAssistant {
      try AssistantEcho(services: services, connection: connection, party: party, host: host)
        .write(for: person, before: before)
    }
    let decision = DateDecision(services: services, connection: connection, webhooks: webhooks)
    try tellGuest(person, party, host, guests, isNew: effects.contains(.sendEntry), decision)
  }

  private func tell(_ webhooks: [Webhook], of guest: Guest, before: Guest, _ party: Party) throws {
    guard guest.invitation.state != before.invitation.state else { return }
    let programs = WebhookNews(services: services, connection: connection, webhooks: webhooks)
    switch guest.invitation.state {
    case .accepted: try programs.tell(.accepted, of: party.host, party: party.id, guest: guest.id)
    case .declined: try programs.tell(.declined, of: party.host, party: party.id, guest: guest.id)
    default: break
    }
  }

  private func everybody(of party: Party) throws -> [InvitedGuest] {
    try GuestStore(connection: connection).invited(to: [party.id])[party.id] ?? []
  }

  /// True if somebody who holds no seat yet can be given one. False until the substance is written.
  private static func hasRoom(_ party: Party, _ everybody: [InvitedGuest]) -> Bool {
    let guests = everybody.map { $0.known }.filter { !$0.guest.isHonoured }
    let handedOver = Set(everybody.filter { $0.isHandedOver }.map { $0.known.guest.id })
    return (try? WavePlan(party, guests, suppressed: [], handedOver: handedOver).hasRoom) ?? false
  }

  /// A date that the host gave from the beginning is confirmed by the first guest who says yes, since they now expect
  /// their entry.
  private func tellGuest(
    _ person: KnownGuest, _ party: Party, _ host: Host, _ everybody: [KnownGuest], isNew: Bool,
    _ decision: DateDecision
  ) throws {
    if isNew, party.confirmedAt == nil, party.dateKind == .fixed, party.stage == .inviting,
      let start = party.start, start > services.now()
    {
      let guests = everybody.map { $0.guest.id == person.guest.id ? person : $0 }
      return try decision.confirm(PartyDate(start, zone: party.zone), of: party, for: guests, host: host)
    }
    guard party.confirmedAt != nil else { return }
    try DateTelling(party, host: host, services: services, connection: connection).tell(person)
  }

  /// The host's pages show that somebody answered; a mail is sent only if the host has a decision to make, or if
  /// somebody who was expected won't come and time is short. The waves give away a seat that has become free.
  private func tell(
    _ host: HostNews, _ effects: [Invitation.Effect], of person: KnownGuest, before: Guest, _ everybody: [KnownGuest]
  ) throws {
    if effects.contains(.tellHost(.waiting)) { try host.waiting(person) }
    if before.isExpected, !person.guest.isExpected { try host.cancelled(person) }
    if !person.guest.isHonoured, person.guest.invitation.state == .accepted, before.invitation.state != .accepted {
      let others = everybody.filter { !$0.guest.isHonoured && $0.guest.invitation.state == .accepted }
      try host.overbooked(coming: others.count + 1)
    }
  }
}
