import Core
import Database
import Foundation

/// Takes an answer, and does what follows from it, inside one transaction: whether there is a seat is looked up where
/// nobody else can take it at the same time.
struct GuestReply {
  let services: Services
  let connection: any Connection

  func take(_ answer: Answer, word: String, from context: some GuestDelegate) throws {
    try take(from: context, noting: answer.rawValue) { .answered(answer, word: word, hasRoom: $0) }
  }

  /// Their votes say whether they come: see `Invitation.Event.voted`.
  func takeVotes(thatSuit suits: Bool, from context: some GuestDelegate) throws {
    try take(from: context, noting: suits ? "byVote" : "noDate") { .voted(suits: suits, hasRoom: $0) }
  }

  private func take(
    from context: some GuestDelegate, noting detail: String, _ event: (_ hasRoom: Bool) -> Invitation.Event
  ) throws {
    let visit = GuestVisit(services: services, connection: connection)
    let party = try visit.party(context)
    try Waves(services: services, connection: connection).answered(by: context.guest, party)
    var person = try visit.person(context)
    let before = person.guest
    // A guest of honour has a seat of their own.
    let facts = try person.guest.isHonoured ? nil : JourneyStore(connection: connection).facts(party.id, of: party.host)
    let hasRoom = facts.map { $0.plan?.hasRoom ?? false } ?? true
    let effects = person.guest.invitation.apply(event(hasRoom), at: services.now())
    guard person.guest.invitation != before.invitation else { return }
    try GuestStore(connection: connection).update(person.guest)
    try visit.note(GuestEvent.answer, detail, of: person.guest.id)
    try tellHost(effects, of: person, before: before, party, facts)
    try tellGuest(person, party, isNew: effects.contains(.sendEntry))
  }

  /// A date that the host gave from the beginning is confirmed by the first who says yes: they expect their entry now.
  private func tellGuest(_ person: KnownGuest, _ party: Party, isNew: Bool) throws {
    if isNew, party.confirmedAt == nil, party.dateKind == .fixed, party.stage == .inviting,
      let start = party.start, start > services.now()
    {
      return try DateDecision(services: services, connection: connection)
        .confirm(PartyDate(start, zone: party.zone), of: party)
    }
    guard party.confirmedAt != nil else { return }
    try DateTelling(party, services: services, connection: connection).tell(person)
  }

  /// That somebody answered shows on the host's pages; a mail goes out only where the host has to decide something, or where
  /// somebody who was expected won't come and there is little time. A seat that is free again is given away by the waves.
  private func tellHost(
    _ effects: [Invitation.Effect], of person: KnownGuest, before: Guest, _ party: Party, _ facts: PartyFacts?
  ) throws {
    guard let host = try HostStore(connection: connection).host(party.host) else { return }
    let notices = HostNews(services: services, connection: connection, party: party, host: host)
    if effects.contains(.tellHost(.waiting)) { try notices.waiting(person) }
    if before.isExpected, !person.guest.isExpected { try notices.cancelled(person) }
    if let facts, person.guest.invitation.state == .accepted, before.invitation.state != .accepted {
      try notices.overbooked(coming: facts.guests(in: .accepted).count + 1)
    }
  }
}
