import Core
import Foundation
import Records

/// The one next thing to do for a party.
package enum JourneyStep: Sendable, Equatable {
  case bringPeople
  case choose
  case chooseMore(Int)
  case writeSubstance
  case setDate
  case writeSentences(Int)
  case sendLetters(Int)
  case lookAtMail(Int)
  /// Mails that only the host can send.
  case sendByHand(Int)
  case confirmDate
  case moveUp(Int)
  case awaitVotes(Int)
  case awaitAnswers(Int)
  case findGuests
  case lookForward
  case evening
  case ended
  case cancelled
  /// Its time came and went without it taking place.
  case missed
  /// The time is past, and the doors were never opened.
  case settle

  package init(_ facts: PartyFacts, now: Date) {
    switch facts.party.stage {
    case .draft: self = Self.preparing(facts) ?? .sendLetters(facts.plan?.next.written.count ?? 0)
    case .inviting: self = Self.inviting(facts, now)
    case .scheduled: self = Self.scheduled(facts, now)
    case .open: self = .evening
    case .ended, .closed: self = .ended
    case .cancelled: self = facts.party.isMissed ? .missed : .cancelled
    }
  }

  private static func preparing(_ facts: PartyFacts) -> JourneyStep? {
    if facts.chosen.isEmpty { return facts.peopleKnown == 0 ? .bringPeople : .choose }
    let missing = facts.seatAdvice.enough(for: facts.party.seats) - facts.chosen.count
    if missing > 0 { return .chooseMore(missing) }
    if !facts.party.substance.isComplete { return .writeSubstance }
    if !facts.hasDate { return .setDate }
    let silent = facts.withoutSentence.count
    return silent > 0 ? .writeSentences(silent) : nil
  }

  private static func scheduled(_ facts: PartyFacts, _ now: Date) -> JourneyStep {
    if let clock = facts.party.clock, clock.plannedEnd <= now { return .settle }
    if facts.failedMails > 0 { return .lookAtMail(facts.failedMails) }
    return facts.mailsForHost > 0 ? .sendByHand(facts.mailsForHost) : .lookForward
  }

  private static func inviting(_ facts: PartyFacts, _ now: Date) -> JourneyStep {
    if facts.failedMails > 0 { return .lookAtMail(facts.failedMails) }
    if facts.mailsForHost > 0 { return .sendByHand(facts.mailsForHost) }
    if facts.canConfirm(now: now) { return .confirmDate }
    let next = facts.plan?.next.written ?? []
    let chosen = Set(facts.chosen.map(\.guest.id))
    if !next.isEmpty { return chosen.isDisjoint(with: next) ? .moveUp(next.count) : .sendLetters(next.count) }
    let open = facts.guests(in: .invited).count
    if open > 0 { return .awaitAnswers(open) }
    if facts.party.dateKind == .poll, !facts.poll.waitingFor.isEmpty {
      return .awaitVotes(facts.poll.waitingFor.count)
    }
    return facts.hasDate ? .findGuests : .setDate
  }

  /// Its place on the bar.
  package var stop: Journey.Stop? {
    switch self {
    case .bringPeople: .people
    case .choose, .chooseMore: .choosing
    case .writeSubstance: .substance
    case .setDate, .confirmDate, .awaitVotes: .date
    case .writeSentences, .sendLetters, .lookAtMail, .sendByHand, .moveUp, .awaitAnswers, .findGuests:
      .letters
    case .lookForward, .evening, .settle: .evening
    case .ended, .cancelled, .missed: nil
    }
  }

  /// The page where it is done.
  package func path(_ party: PartyID) -> Path {
    switch self {
    case .bringPeople: .newImport
    case .choose, .chooseMore, .findGuests: .choosing(party)
    case .writeSubstance: .substance(party)
    case .setDate, .confirmDate, .awaitVotes: .date(party)
    case .lookForward, .settle: .programme(party)
    case .evening: .floor(party)
    case .writeSentences: .letters(party)
    case .sendLetters, .sendByHand, .moveUp, .awaitAnswers: .waves(party)
    case .lookAtMail: .outbox(party)
    case .ended: .evening(party)
    case .cancelled, .missed: .party(party)
    }
  }

  /// The strings are `journey.step.<name>.title`, `.text` and `.button`.
  package var name: String {
    switch self {
    case .bringPeople: "bringPeople"
    case .choose: "choose"
    case .chooseMore: "chooseMore"
    case .writeSubstance: "writeSubstance"
    case .setDate: "setDate"
    case .writeSentences: "writeSentences"
    case .sendLetters: "sendLetters"
    case .lookAtMail: "lookAtMail"
    case .sendByHand: "sendByHand"
    case .confirmDate: "confirmDate"
    case .moveUp: "moveUp"
    case .awaitVotes: "awaitVotes"
    case .awaitAnswers: "awaitAnswers"
    case .findGuests: "findGuests"
    case .lookForward: "lookForward"
    case .evening: "evening"
    case .ended: "ended"
    case .cancelled: "cancelled"
    case .missed: "missed"
    case .settle: "settle"
    }
  }

  package var title: Message {
    let key = "journey.step.\(name).title"
    return count.map { .counted(key, $0) } ?? Message(key)
  }

  package var text: Message { Message("journey.step.\(name).text") }

  package var button: Message { Message("journey.step.\(name).button") }

  /// True if the host is the one who has to act.
  package var isForHost: Bool {
    switch self {
    case .awaitVotes, .awaitAnswers, .lookForward, .evening, .ended, .cancelled, .missed: false
    default: true
    }
  }

  private var count: Int? {
    switch self {
    case .chooseMore(let count), .writeSentences(let count), .sendLetters(let count), .lookAtMail(let count),
      .sendByHand(let count), .moveUp(let count), .awaitVotes(let count), .awaitAnswers(let count):
      count
    default: nil
    }
  }
}

extension PartyFacts {
  /// Guests about to be written to whose letter has no sentence by the host.
  package var withoutSentence: [KnownGuest] {
    unwritten.filter { ($0.guest.letter.ownSentence ?? "").isEmpty }
  }

  /// True if there is nothing left to wait for: the host can fix the date for good.
  package func canConfirm(now: Date) -> Bool {
    guard party.stage == .inviting, party.confirmedAt == nil else { return false }
    switch party.dateKind {
    case .open: return false
    case .fixed: return !guests(in: .accepted).isEmpty && guests(in: .invited).isEmpty
    case .poll: return !poll.voters.isEmpty && !poll.slots.isEmpty && poll.isDecided(now: now)
    }
  }
}
