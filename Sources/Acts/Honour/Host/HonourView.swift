import Core
import Foundation
import Records

/// A party's guest of honour as the host sees them: before the letter, until the evening, and after it.
package struct HonourView: Sendable {
  package let party: Party
  package let circle: KnownCircle
  package let readiness: HonourReadiness
  package var seat: Seat?
  package let questions: [Question]
  /// People of the address book that were searched for.
  package var found: [Person] = []
  package var search = ""
  package let hasServer: Bool
  /// What the host has pressed and may still take back.
  package var held: HeldAct?
  /// Why the letter should not leave.
  package var barrier: LinkBarrier?
  package let now: Date

  package init(
    party: Party, circle: KnownCircle, readiness: HonourReadiness, seat: Seat?, questions: [Question],
    found: [Person] = [], search: String = "", hasServer: Bool, held: HeldAct? = nil,
    barrier: LinkBarrier? = nil, now: Date
  ) {
    self.party = party
    self.circle = circle
    self.readiness = readiness
    self.seat = seat
    self.questions = questions
    self.found = found
    self.search = search
    self.hasServer = hasServer
    self.held = held
    self.barrier = barrier
    self.now = now
  }

  package struct Seat: Sendable {
    package let honour: Honour
    package let person: KnownGuest
    /// As it leaves now, or left; nil while the substance is incomplete.
    package let letter: Letter?
    /// The letter lies ready for the host's own mail program.
    package let isHandedOver: Bool
    /// What the thanks begin from.
    package let proposedThanks: String
    /// The letter's parts as composed, and those in the host's words.
    package var composed: [HonourSentence: String] = [:]
    package var edits = HonourEdits()

    package init(honour: Honour, person: KnownGuest, letter: Letter?, isHandedOver: Bool, proposedThanks: String) {
      self.honour = honour
      self.person = person
      self.letter = letter
      self.isHandedOver = isHandedOver
      self.proposedThanks = proposedThanks
    }

    package var isWritten: Bool { person.guest.wasWrittenTo || isHandedOver }
  }

  package struct Question: Sendable {
    package let question: CircleQuestion<HonourQuestionID>
    /// Nil for the host's own.
    package let author: String?

    package init(question: CircleQuestion<HonourQuestionID>, author: String?) {
      self.question = question
      self.author = author
    }
  }

  /// The three for the brief: the host's picks, filled up in voted order.
  package var brief: Set<HonourQuestionID> { Set(questions.map(\.question).forBrief().map(\.id)) }

  /// Somebody may be invited, or asked in somebody's place.
  package var isOpen: Bool { !party.isDone && party.stage != .open }
}
