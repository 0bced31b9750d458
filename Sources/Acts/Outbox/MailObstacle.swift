import Core
import Database
import Foundation
import House
import Records

/// The reasons for stopping a mail at the last moment, whoever put it in the outbox and however long ago.
package struct MailObstacle {
  package let services: Services
  package let connection: any Connection
  package let now: Date

  package init(services: Services, connection: any Connection, now: Date) {
    self.services = services
    self.connection = connection
    self.now = now
  }

  package func problem(with mail: OutgoingMail) throws -> MailProblem? {
    if mail.kind.isForHost {
      if mail.recipient.hasSuffix(".invalid") { return MailProblem("outbox.problem.noAddress") }
      return try untimely(mail)
    }
    if mail.recipient.isEmpty { return MailProblem("outbox.problem.noAddress") }
    if try mail.kind.invites && isDisabled(mail.host) { return MailProblem("outbox.problem.hostDisabled") }
    if try SuppressionStore(connection: connection).contains(mail.recipient) {
      return MailProblem("outbox.problem.suppressed")
    }
    if try ReturnedAddressStore(connection: connection).holds(mail.recipient, of: mail.host) {
      return MailProblem("outbox.problem.returned")
    }
    return try partyProblem(mail) ?? objectionProblem(mail) ?? untimely(mail)
  }

  private func isDisabled(_ host: HostID) throws -> Bool {
    try HostStore(connection: connection).host(host)?.isDisabled ?? true
  }

  /// True if its time is over, not only the guest's.
  func isOutdated(_ mail: OutgoingMail) throws -> Bool {
    guard let reason = try relevance(of: mail).objection(to: mail.kind, at: now) else { return false }
    return [.begun, .over, .partyCancelled].contains(reason)
  }

  /// Letters waiting for the host to send them are shown as cancelled if their recipient wants no mail.
  /// - Parameter facts: those of the party they belong to.
  package func withoutObjections(_ mails: [OutgoingMail], _ facts: PartyFacts) throws -> [OutgoingMail] {
    let everybody = facts.guests + (facts.honoured.map { [$0] } ?? [])
    var unwanted = facts.objected
    if facts.hasHonouredObjected, let honoured = facts.honoured { unwanted.insert(honoured.guest.id) }
    let addresses: [GuestID: String] = Dictionary(everybody.map { ($0.guest.id, $0.email) }) { first, _ in first }
    let byHand = mails.filter { $0.state == .byHand && !$0.recipient.isEmpty }
    // The facts about the guests don't cover an address that has changed since.
    let others = byHand.filter { mail in mail.guest.flatMap { addresses[$0] } != mail.recipient }.map(\.recipient)
    let listed = others.isEmpty ? [] : try SuppressionStore(connection: connection).listed(among: others)
    return mails.map { mail in
      guard mail.state == .byHand, listed.contains(mail.recipient) || mail.guest.map(unwanted.contains) ?? false else {
        return mail
      }
      var mail = mail
      (mail.state, mail.problem) = (.cancelled, MailProblem("outbox.problem.suppressed"))
      return mail
    }
  }

  /// No mail goes to a guest of a party without its substance.
  private func partyProblem(_ mail: OutgoingMail) throws -> MailProblem? {
    guard let id = mail.party, mail.guest != nil else { return MailProblem("outbox.problem.noParty") }
    let party = try PartyStore(connection: connection).party(id)
    if !party.substance.isComplete || party.stage == .draft { return MailProblem("outbox.problem.noSubstance") }
    let saysSo = [.cancellation, .assistantCancellation].contains(mail.kind)
    if party.stage == .cancelled && !saysSo { return MailProblem("outbox.problem.partyCancelled") }
    return nil
  }

  /// Somebody who objected to the host who invited them gets nothing more, even if no address of theirs is listed.
  private func objectionProblem(_ mail: OutgoingMail) throws -> MailProblem? {
    guard !mail.kind.isForAssistant, let party = mail.party, let id = mail.guest else { return nil }
    let guest = try GuestStore(connection: connection).guest(id, of: party).guest
    let objectors = try SuppressionStore(connection: connection).objectors(among: [guest.person])
    return objectors.isEmpty ? nil : MailProblem("outbox.problem.suppressed")
  }

  private func untimely(_ mail: OutgoingMail) throws -> MailProblem? {
    try relevance(of: mail).objection(to: mail.kind, at: now).map { MailProblem("outbox.problem.\($0.rawValue)") }
  }

  private func relevance(of mail: OutgoingMail) throws -> MailRelevance {
    var facts: MailRelevance.PartyFacts?
    var guest: Guest?
    var expected: Date?
    if let id = mail.party {
      let party = try PartyStore(connection: connection).party(id)
      facts = try partyFacts(party)
      guest = try mail.guest.map { try GuestStore(connection: connection).guest($0, of: id).guest }
      expected = guest?.start(at: party)
    }
    return MailRelevance(
      writtenAt: mail.createdAt, party: facts, guest: guest?.invitation,
      signInLife: AddressChange.wrote(mail) ? AddressChange.life : SignInLife.longestWait, expected: expected,
      told: mail.kind == .dayBefore ? DayBeforeKey(mail.key).start : nil, hasVoted: try hasVoted(mail),
      request: mail.kind == .notice ? NewsKey.request(mail.key) : nil)
  }

  private func hasVoted(_ mail: OutgoingMail) throws -> Bool {
    guard mail.kind == .pollReminder, let guest = mail.guest else { return false }
    return try !VoteStore(connection: connection).votes(by: guest).isEmpty
  }

  private func partyFacts(_ party: Party) throws -> MailRelevance.PartyFacts {
    let slots = party.start == nil ? try SlotStore(connection: connection).slots(of: party) : []
    return MailRelevance.PartyFacts(
      stage: party.stage, start: party.start, lastSlot: slots.map(\.start).max(), minutes: party.minutes,
      endedAt: try AfterglowStore(connection: connection).endedAt(party.id)?.date,
      pollDeadline: party.dateKind == .poll ? party.pollDeadline : nil)
  }
}
