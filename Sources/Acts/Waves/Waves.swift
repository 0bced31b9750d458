import Core
import Database
import Foundation
import House
import Records

/// The steps of invitations, each inside the transaction it is given: the plan is made where nobody else can take a
/// seat in the meantime.
package struct Waves {
  /// The way in which a letter is sent.
  package enum Way: String, Sendable {
    /// Through the operator's mail server.
    case mail
    /// Through the host's own program; it counts as sent when the host says so.
    case hand
  }

  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// Writes to those of the guests who are next. A guest who is no longer next, because another tab was quicker, is
  /// left out, so that a form sent twice writes once.
  /// - Returns: the number of letters written.
  /// - Throws: `AppError.conflict` that says what is missing.
  @discardableResult
  package func write(to wanted: Set<GuestID>, by way: Way, _ facts: WaveFacts) throws -> Int {
    let plan = try facts.plan()
    let next = plan.next.written.filter(wanted.contains)
    let withoutAddress = way == .hand ? plan.withoutAddress.filter(wanted.contains) : []
    let guests = (next + withoutAddress).prefix(plan.room).compactMap(facts.guest)
    if guests.isEmpty { return 0 }
    if way == .mail && services.settings.smtp == nil { throw AppError.conflict(Message("waves.problem.noServer")) }
    let party = try begin(facts.party)
    let number = try nextNumber(party.id)
    for guest in guests {
      switch way {
      case .mail: try send(guest, number, party, facts.host)
      case .hand: try handOver(guest, party, facts.host)
      }
    }
    return guests.count
  }

  /// Writes to a guest of honour. Their seat is on top of the party's, so no plan is consulted; all other rules apply
  /// to them too.
  /// - Throws: `AppError.conflict` that says what is missing.
  package func writeToHonoured(_ guest: KnownGuest, by way: Way, _ party: Party, _ host: Host) throws {
    _ = try party.completeSubstance()
    if try !SuppressionStore(connection: connection).objected(among: [guest]).isEmpty {
      throw AppError.conflict(Message("honour.refused.objected"))
    }
    if way == .mail {
      if services.settings.smtp == nil { throw AppError.conflict(Message("waves.problem.noServer")) }
      if guest.email.isEmpty { throw AppError.conflict(Message("honour.refused.noAddress")) }
    }
    let party = try begin(party)
    switch way {
    case .mail: try send(guest, 0, party, host)
    case .hand: try handOver(guest, party, host)
    }
  }

  /// A mail that the host was to hand over in another way leaves as mail after all, to the address that has become known since. A letter
  /// is written anew and invites in the same moment. Until it leaves, it can be stopped as every mail.
  /// - Throws: `AppError.conflict` that says what is missing.
  package func mailInstead(_ mail: OutgoingMail, _ party: Party, _ host: Host) throws {
    guard mail.state == .byHand, let id = mail.guest else { return }
    if services.settings.smtp == nil { throw AppError.conflict(Message("waves.problem.noServer")) }
    let known = try GuestStore(connection: connection).guest(id, of: party.id)
    guard known.isReachable else { throw AppError.conflict(Message("waves.problem.unreachable")) }
    try OutboxStore(connection: connection).remove(mail.id)
    var mail = mail
    if mail.kind == .letter {
      let (number, party) = (known.guest.isHonoured ? 0 : try nextNumber(party.id), try begin(party))
      guard let guest = try invite(known, number: number, party) else { return }
      mail = try letter(to: guest, party, host)
    } else {
      (mail.state, mail.recipient, mail.createdAt) = (.queued, known.email, services.now())
    }
    mail.nextAttemptAt = services.now().addingTimeInterval(Double(services.settings.takeBackSeconds))
    try Postbox(services: services).post(mail, connection)
  }

  /// Records that the host has sent a letter with their own program: now it counts. Its guest may already have
  /// answered.
  /// - Throws: `AppError.notFound` if there is no such mail.
  package func sentByHand(_ mail: OutgoingMail, _ party: Party) throws {
    guard try OutboxQueue(connection: connection).sentByHand(mail.id, at: services.now()) else { return }
    guard mail.kind == .letter, let id = mail.guest else { return }
    let guest = try GuestStore(connection: connection).guest(id, of: party.id)
    try invite(guest, number: guest.guest.isHonoured ? 0 : try nextNumber(party.id), party)
  }

  /// Somebody has answered a letter that was handed out before the host confirmed sending it: so it was sent.
  func answered(by guest: GuestID, _ party: Party) throws {
    for mail in try OutboxStore(connection: connection).mails(to: guest)
    where mail.kind == .letter && mail.state == .byHand {
      try sentByHand(mail, party)
    }
  }

  /// The host asked somebody without a letter in some other way, and they have answered: they are invited from now on.
  func askedOtherwise(_ id: GuestID, _ party: Party) throws {
    let guest = try GuestStore(connection: connection).guest(id, of: party.id)
    guard guest.guest.invitation.state == .shortlisted else { return }
    let party = try begin(party)
    try invite(guest, number: guest.guest.isHonoured ? 0 : try nextNumber(party.id), party)
  }

  /// The letter becomes the guest's invitation in the same moment.
  private func send(_ known: KnownGuest, _ number: Int, _ party: Party, _ host: Host) throws {
    guard let guest = try invite(known, number: number, party) else { return }
    try Postbox(services: services).post(try letter(to: guest, party, host), connection)
  }

  private func handOver(_ guest: KnownGuest, _ party: Party, _ host: Host) throws {
    var mail = try letter(to: guest, party, host)
    mail.state = .byHand
    try DateTelling(party, services: services, connection: connection).note(guest)
    try Postbox(services: services).post(mail, connection)
  }

  private func letter(to guest: KnownGuest, _ party: Party, _ host: Host) throws -> OutgoingMail {
    let letter = try LetterComposition(services: services).invitation(
      for: guest, party: party, host: host, connection: connection)
    return Postbox(services: services).mail(
      letter, kind: .letter, key: "letter:\(guest.guest.id)", guest: guest, party: party, host: host)
  }

  /// - Returns: the guest as invited; nil if they had been invited before.
  @discardableResult
  private func invite(_ known: KnownGuest, number: Int, _ party: Party) throws -> KnownGuest? {
    var known = known
    let now = services.now()
    let slots = try SlotStore(connection: connection).slots(of: party)
    let deadline = party.answerDeadline(from: now, slots: slots, in: services.zones)
    let effects = known.guest.invitation.apply(.invited(answerBy: deadline), at: now)
    guard effects.contains(.writeInvitation) else { return nil }
    known.guest.wave = number
    let store = GuestStore(connection: connection)
    try store.update(known.guest)
    try store.note("invited", of: known.guest.id, at: now)
    if known.guest.told.word == nil {
      try DateTelling(party, services: services, connection: connection).note(known)
    }
    return known
  }

  /// The first letter turns a draft into a party that people are invited to.
  private func begin(_ party: Party) throws -> Party {
    guard party.mayInvite(at: services.now()) else { throw AppError.conflict(Message("waves.problem.over")) }
    guard party.stage == .draft else { return party }
    var party = party
    do {
      try party.apply(.invite(try party.completeSubstance()), at: services.now())
    } catch let refusal as PartyRefusal {
      throw AppError.conflict(refusal.message)
    }
    try PartyStore(connection: connection).update(party, at: services.now())
    return party
  }

  private func nextNumber(_ party: PartyID) throws -> Int {
    try WaveStore(connection: connection).nextNumber(of: party)
  }
}
