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
    let state = try GuestStore(connection: connection).guest(id, of: party).guest.invitation.state
    let isAsking = mail.kind == .letter || mail.kind == .reminder
    return isAsking && [.declined, .withdrawn].contains(state) ? MailProblem("outbox.problem.withdrawn") : nil
  }
}
