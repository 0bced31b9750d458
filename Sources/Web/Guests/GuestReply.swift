import Core
import Database
import Foundation

/// Takes an answer, and does what follows from it, inside one transaction: whether there is a seat is looked up where
/// nobody else can take it at the same time.
struct GuestReply {
  let services: Services
  let connection: any Connection

  func take(_ answer: Answer, word: String, from context: some GuestDelegate) throws {
    let visit = GuestVisit(services: services, connection: connection)
    let party = try visit.party(context)
    try Waves(services: services, connection: connection).answered(by: context.guest, party)
    var person = try visit.person(context)
    let facts = try JourneyStore(connection: connection).facts(party.id, of: party.host)
    // A guest of honour has a seat of their own.
    let hasRoom = person.guest.isHonoured || facts.plan?.hasRoom ?? false
    let event = Invitation.Event.answered(answer, word: word, hasRoom: hasRoom)
    let effects = person.guest.invitation.apply(event, at: services.now())
    guard !effects.isEmpty else { return }
    try GuestStore(connection: connection).update(person.guest)
    try visit.note(GuestEvent.answer, answer.rawValue, of: person.guest.id)
    for effect in effects { try perform(effect, person, party) }
    if !person.guest.invitation.state.holdsSeat { try takeEntryBack(person, party) }
  }

  /// That somebody answered shows on the host's pages; a mail goes out only where the host has to decide something. A seat
  /// that is free again is given away by the waves.
  private func perform(_ effect: Invitation.Effect, _ person: KnownGuest, _ party: Party) throws {
    switch effect {
    case .sendEntry: try sendEntry(to: person, party)
    case .tellHost(.waiting): try tellHost(of: person, party)
    case .tellHost, .releaseSeat, .writeInvitation, .writeReminder, .writeAdmission, .writeCancellation: break
    }
  }

  /// A date that the host gave from the beginning is confirmed by the first who says yes: they expect their entry now.
  private func sendEntry(to person: KnownGuest, _ party: Party) throws {
    let decision = DateDecision(services: services, connection: connection)
    if party.confirmedAt != nil {
      try decision.post(party).invite(person)
    } else if party.dateKind == .fixed, let start = party.start, start > services.now(), party.stage == .inviting {
      try decision.confirm(PartyDate(start, zone: party.zone), of: party)
    }
  }

  private func takeEntryBack(_ person: KnownGuest, _ party: Party) throws {
    guard try EntryStore(connection: connection).entry(of: person.guest.id)?.stands == true else { return }
    try DateDecision(services: services, connection: connection).post(party).takeBack(person)
  }

  private func tellHost(of person: KnownGuest, _ party: Party) throws {
    guard let host = try HostStore(connection: connection).host(party.host) else { return }
    let postbox = Postbox(services: services)
    let key = "waiting:\(person.guest.id):\(GuestEvent.timeDetail(services.now()))"
    let notice = postbox.notice(
      .waiting(name: person.name), key: key, party: party, host: host, about: person.guest.id)
    try postbox.post(notice, connection)
  }
}
