import Core
import Database
import Foundation
import House
import Records

/// The fate of a single invitation after its letter.
extension Waves {
  /// Takes an invitation back. If the letter has left, the guest is told; if it hasn't, it is stopped.
  /// - Throws: `AppError.conflict` once the party is over or cancelled.
  package func withdraw(_ id: GuestID, _ facts: WaveFacts) throws {
    try requireLife(facts)
    guard var guest = facts.guest(id) else { throw AppError.notFound }
    let hasLeft = try OutboxStore(connection: connection).hasLeft(for: id)
    let effects = try apply(.withdrawn, to: &guest, noting: "withdrawn")
    let problem = MailProblem("outbox.problem.withdrawn")
    try OutboxQueue(connection: connection).stopAll(
      to: id, kinds: [.letter, .reminder, .confirmation, .change], problem)
    guard effects.contains(.writeCancellation), hasLeft else { return }
    try AssistantFarewell(services: services, connection: connection, party: facts.party, host: facts.host)
      .write(for: guest)
    if try EntryStore(connection: connection).entry(of: id)?.stands == true {
      return try entryPost(facts).withdraw(guest)
    }
    let letter = try LetterComposition(services: services).withdrawal(
      for: guest, party: facts.party, host: facts.host, connection: connection)
    try post(letter, .cancellation, key: "withdrawal:\(id)", guest, facts)
  }

  /// Gives a free seat to somebody waiting for one.
  /// - Throws: `AppError.conflict` if there is none.
  package func admit(_ id: GuestID, _ facts: WaveFacts) throws {
    try requireLife(facts)
    guard var guest = facts.guest(id) else { throw AppError.notFound }
    guard try facts.plan().hasRoom else { throw AppError.conflict(Message("waves.problem.full")) }
    try admit(&guest, facts)
  }

  package func admit(_ guest: inout KnownGuest, _ facts: WaveFacts) throws {
    let effects = try apply(.admitted, to: &guest, noting: "admitted")
    guard effects.contains(.writeAdmission) else { return }
    if effects.contains(.sendEntry), facts.party.confirmedAt != nil, !guest.email.isEmpty {
      try entryPost(facts).admit(guest)
      return try DateTelling(facts.party, services: services, connection: connection).note(guest)
    }
    let letter = try LetterComposition(services: services).admission(
      for: guest, party: facts.party, host: facts.host, connection: connection)
    try post(letter, .confirmation, key: "admission:\(guest.guest.id)", guest, facts)
  }

  /// The host stops waiting for an answer, although its day has not come yet.
  package func giveUp(_ id: GuestID, _ facts: WaveFacts) throws {
    try requireLife(facts)
    guard var guest = facts.guest(id) else { throw AppError.notFound }
    let day = max(services.now(), guest.guest.invitation.answerBy ?? services.now())
    try fallSilent(&guest, at: day)
  }

  /// - Parameter time: after the day to answer by.
  func fallSilent(_ guest: inout KnownGuest, at time: Date) throws {
    guard guest.guest.invitation.apply(.deadlinePassed, at: time).contains(.releaseSeat) else { return }
    let store = GuestStore(connection: connection)
    try store.update(guest.guest)
    try store.note("silent", of: guest.guest.id, at: services.now())
    try OutboxQueue(connection: connection).stopAll(
      to: guest.guest.id, kinds: [.reminder], MailProblem("outbox.problem.late"))
  }

  /// Writes the one reminder, if there was none and the letter has left.
  /// - Throws: `AppError.conflict` once the date is past: nobody can answer what it asks.
  package func remind(_ id: GuestID, _ facts: WaveFacts) throws {
    guard facts.party.mayInvite(at: services.now()) else { throw AppError.conflict(Message("waves.problem.over")) }
    guard var guest = facts.guest(id), !facts.suppressed.contains(id),
      try OutboxStore(connection: connection).hasLeft(for: id)
    else { return }
    let effects = try apply(.reminded, to: &guest, noting: "reminded")
    guard effects.contains(.writeReminder) else { return }
    let letter = try LetterComposition(services: services).reminder(
      for: guest, party: facts.party, host: facts.host, connection: connection)
    try post(letter, .reminder, key: "reminder:\(id)", guest, facts)
  }

  /// A party that is over stays as it was, and nobody gets mail about it.
  private func requireLife(_ facts: WaveFacts) throws {
    guard facts.party.takesAnswers else { throw AppError.conflict(Message("waves.problem.over")) }
  }

  private func entryPost(_ facts: WaveFacts) -> EntryPost {
    EntryPost(services: services, connection: connection, party: facts.party, host: facts.host)
  }

  private func apply(
    _ event: Invitation.Event, to guest: inout KnownGuest, noting kind: String
  ) throws -> [Invitation.Effect] {
    let before = guest.guest.invitation
    let effects = guest.guest.invitation.apply(event, at: services.now())
    guard guest.guest.invitation != before else { return [] }
    let store = GuestStore(connection: connection)
    try store.update(guest.guest)
    try store.note(kind, of: guest.guest.id, at: services.now())
    return effects
  }

  /// A guest without an address gets it from the host in person.
  private func post(
    _ letter: Letter, _ kind: OutgoingMail.Kind, key: String, _ guest: KnownGuest, _ facts: WaveFacts
  ) throws {
    let postbox = Postbox(services: services)
    var mail = postbox.mail(letter, kind: kind, key: key, guest: guest, party: facts.party, host: facts.host)
    if !guest.isReachable { mail.state = .byHand }
    try postbox.post(mail, connection)
  }
}
