import Core
import Foundation
import Records

/// The things that people are waiting for at a party.
package struct Waiting: Sendable {
  /// Something that only the host can do.
  package struct Errand: Sendable {
    package let message: Message
    package let path: Path

    package init(message: Message, path: Path) {
      self.message = message
      self.path = path
    }
  }

  /// Something that a guest is asked for.
  package struct Expected: Sendable {
    package let name: String
    package let what: Message
    package let since: Date?

    package init(name: String, what: Message, since: Date?) {
      self.name = name
      self.what = what
      self.since = since
    }
  }

  package let forHost: [Errand]
  package let forOthers: [Expected]

  package var isEmpty: Bool { forHost.isEmpty && forOthers.isEmpty }

  package init(_ facts: PartyFacts, now: Date) {
    forHost = Self.errands(facts, now)
    forOthers = Self.expected(facts)
  }

  private static func errands(_ facts: PartyFacts, _ now: Date) -> [Errand] {
    let id = facts.party.id
    let step = JourneyStep(facts, now: now)
    var errands: [Errand] = []
    func add(_ message: Message, _ path: Path, unless repeated: Bool = false) {
      if !repeated { errands.append(Errand(message: message, path: path)) }
    }
    let byHand = facts.mailsForHost
    if step.isForHost, step != .sendByHand(byHand) { add(Message("waiting.step.\(step.name)", [:]), step.path(id)) }
    if byHand > 0 { add(.counted("waiting.mailsForHost", byHand), .waves(id)) }
    if facts.party.isDone { return errands }
    let failed = facts.failedMails
    if failed > 0 { add(.counted("waiting.failedMail", failed), .outbox(id), unless: step == .lookAtMail(failed)) }
    let came = facts.openMailsIn
    if came > 0 { add(.counted("waiting.mailsIn", came), .incoming(id)) }
    let waiting = facts.guests(in: .waiting).count
    if waiting > 0 { add(.counted("waiting.lateYes", waiting), .waves(id)) }
    let referrals = facts.guests.count { $0.referral?.decision == .open }
    if referrals > 0 { add(.counted("waiting.referrals", referrals), .waves(id)) }
    let coming = facts.guests(in: .accepted).count
    if coming > facts.party.seats {
      let counts = ["coming": "\(coming)", "seats": "\(facts.party.seats)"]
      add(Message("waiting.overbooked", counts), .waves(id))
    }
    let silent = facts.withoutSentence.count
    if silent > 0, facts.party.substance.isComplete {
      add(.counted("waiting.sentences", silent), .letters(id), unless: step == .writeSentences(silent))
    }
    let addressless = facts.unwritten.count { !$0.isReachable }
    if addressless > 0 { add(.counted("waiting.withoutAddress", addressless), .letters(id)) }
    return errands
  }

  private static func expected(_ facts: PartyFacts) -> [Expected] {
    guard [.inviting, .scheduled].contains(facts.party.stage) else { return [] }
    let answers = facts.guests(in: .invited)
    let answering = Set(answers.map(\.guest.id))
    let votes = facts.party.dateKind == .poll && facts.party.confirmedAt == nil ? facts.poll.waitingFor : []
    return answers.map {
      Expected(name: $0.name, what: Message("waiting.answer"), since: $0.guest.invitation.invitedAt)
    }
      + votes.filter { !answering.contains($0.id) }.map { voter in
        let guest = facts.guests.first { $0.guest.id == voter.id }?.guest
        return Expected(name: voter.name, what: Message("waiting.vote"), since: guest?.invitation.answeredAt)
      }
  }
}
