import Core
import Database

/// What keeps a mail here at the last moment, whoever put it in the outbox.
struct MailObstacle {
  let connection: any Connection

  func problem(with mail: OutgoingMail) throws -> MailProblem? {
    if mail.kind.isForHost {
      return mail.recipient.hasSuffix(".invalid") ? MailProblem("outbox.problem.noAddress") : nil
    }
    if mail.recipient.isEmpty { return MailProblem("outbox.problem.noAddress") }
    if try SuppressionStore(connection: connection).contains(mail.recipient) {
      return MailProblem("outbox.problem.suppressed")
    }
    return try partyProblem(mail) ?? guestProblem(mail)
  }

  /// Letters that wait for the host's own hand show as cancelled where somebody wants no mail.
  func withoutObjections(_ mails: [OutgoingMail]) throws -> [OutgoingMail] {
    let addresses = mails.filter { $0.state == .byHand && !$0.recipient.isEmpty }.map(\.recipient)
    let suppressed = try SuppressionStore(connection: connection).listed(among: addresses)
    return mails.map { mail in
      guard mail.state == .byHand, suppressed.contains(mail.recipient) else { return mail }
      var mail = mail
      (mail.state, mail.problem) = (.cancelled, MailProblem("outbox.problem.suppressed"))
      return mail
    }
  }

  /// No mail to a guest without a party that has its substance.
  private func partyProblem(_ mail: OutgoingMail) throws -> MailProblem? {
    guard let id = mail.party else { return MailProblem("outbox.problem.noParty") }
    let party = try PartyStore(connection: connection).party(id)
    if !party.substance.isComplete || party.stage == .draft { return MailProblem("outbox.problem.noSubstance") }
    if party.stage == .cancelled && mail.kind != .cancellation { return MailProblem("outbox.problem.partyCancelled") }
    return nil
  }

  /// An invitation or a reminder is of no use to somebody who has declined or was taken back.
  private func guestProblem(_ mail: OutgoingMail) throws -> MailProblem? {
    guard let party = mail.party, let id = mail.guest else { return MailProblem("outbox.problem.noParty") }
    let guest = try GuestStore(connection: connection).guest(id, of: party).guest
    let state = guest.invitation.state
    if mail.kind != .assistant, try !SuppressionStore(connection: connection).objectors(among: [guest.person]).isEmpty {
      return MailProblem("outbox.problem.suppressed")
    }
    let isAsking = mail.kind == .letter || mail.kind == .reminder
    return isAsking && [.declined, .withdrawn].contains(state) ? MailProblem("outbox.problem.withdrawn") : nil
  }
}
