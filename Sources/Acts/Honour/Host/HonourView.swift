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
  /// People of the address book found by the search.
  package var found: [Person] = []
  package var search = ""
  package let hasServer: Bool
  /// An action of the host's that can still be undone.
  package var held: HeldAct?
  /// The reason why the letter should not leave.
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
    /// The letter as it would leave now, or as it left; nil while the substance is incomplete.
    package let letter: Letter?
    /// True if the letter is ready for the host's own mail program.
    package let isHandedOver: Bool
    /// The proposed text of the thanks.
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

  /// The three for the brief: the host's picks first, then the others in voted order.
  package var brief: Set<HonourQuestionID> { Set(questions.map(\.question).forBrief().map(\.id)) }

  /// True if somebody may be invited, or another person in their place.
  package var isOpen: Bool { !party.isDone && party.stage != .open }
}
