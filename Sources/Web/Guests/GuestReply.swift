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
    var everybody = try everybody(of: party)
    if everybody.contains(where: { $0.known.guest.id == context.guest && $0.isHandedOver }) {
      try Waves(services: services, connection: connection).answered(by: context.guest, party)
      everybody = try self.everybody(of: party)
    }
    guard let own = everybody.first(where: { $0.known.guest.id == context.guest }) else { throw AppError.notFound }
    var person = try visit.admitted(own.known, party, context)
    // A guest of honour has a seat of their own.
    let hasRoom = person.guest.isHonoured || Self.hasRoom(party, everybody)
    let event = Invitation.Event.answered(answer, word: word, hasRoom: hasRoom)
    let effects = person.guest.invitation.apply(event, at: services.now())
    guard !effects.isEmpty else { return }
    try GuestStore(connection: connection).update(person.guest)
    try visit.note(GuestEvent.answer, answer.rawValue, of: person.guest.id)
    for effect in effects { try perform(effect, person, party, everybody.map { $0.known }) }
    if !person.guest.invitation.state.holdsSeat { try takeEntryBack(person, party) }
  }

  private func everybody(of party: Party) throws -> [InvitedGuest] {
    try GuestStore(connection: connection).invited(to: [party.id])[party.id] ?? []
  }

  /// Whether somebody who holds no seat yet can be given one. None before the substance is written.
  private static func hasRoom(_ party: Party, _ everybody: [InvitedGuest]) -> Bool {
    let guests = everybody.map { $0.known }.filter { !$0.guest.isHonoured }
    let handedOver = Set(everybody.filter { $0.isHandedOver }.map { $0.known.guest.id })
    return (try? WavePlan(party, guests, suppressed: [], handedOver: handedOver).hasRoom) ?? false
  }

  /// That somebody answered shows on the host's pages; a mail goes out only where the host has to decide something. A seat
  /// that is free again is given away by the waves.
  private func perform(
    _ effect: Invitation.Effect, _ person: KnownGuest, _ party: Party, _ everybody: [KnownGuest]
  ) throws {
    switch effect {
    case .sendEntry: try sendEntry(to: person, party, everybody)
    case .tellHost(.waiting): try tellHost(of: person, party)
    case .tellHost, .releaseSeat, .writeInvitation, .writeReminder, .writeAdmission, .writeCancellation: break
    }
  }

  /// A date that the host gave from the beginning is confirmed by the first who says yes: they expect their entry now.
  private func sendEntry(to person: KnownGuest, _ party: Party, _ everybody: [KnownGuest]) throws {
    let decision = DateDecision(services: services, connection: connection)
    if party.confirmedAt != nil {
      try decision.post(party).invite(person)
    } else if party.dateKind == .fixed, let start = party.start, start > services.now(), party.stage == .inviting {
      let guests = everybody.map { $0.guest.id == person.guest.id ? person : $0 }
      try decision.confirm(PartyDate(start, zone: party.zone), of: party, for: guests)
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
    try postbox.post(postbox.notice(.waiting(name: person.name), key: key, party: party, host: host), connection)
  }
}
