import Core
import Foundation

/// A party's guest of honour as the host sees them: before the letter, until the evening, and after it.
struct HonourView: Sendable {
  let party: Party
  let circle: KnownCircle
  let readiness: HonourReadiness
  let seat: Seat?
  let questions: [Question]
  /// People of the address book that were searched for.
  var found: [Person] = []
  var search = ""
  let hasServer: Bool
  let now: Date

  struct Seat: Sendable {
    let honour: Honour
    let person: KnownGuest
    /// As it leaves now, or left; nil while the substance is incomplete.
    let letter: Letter?
    /// The letter lies ready for the host's own mail program.
    let isHandedOver: Bool
    /// What the thanks begin from.
    let proposedThanks: String

    var isWritten: Bool { person.guest.wasWrittenTo || isHandedOver }
  }

  struct Question: Sendable {
    let question: CircleQuestion<HonourQuestionID>
    /// Nil for the host's own.
    let author: String?
  }

  /// The three for the brief: the host's picks, filled up in voted order.
  var brief: Set<HonourQuestionID> { Set(questions.map(\.question).forBrief().map(\.id)) }

  /// Somebody may be invited, or asked in somebody's place.
  var isOpen: Bool { !party.isDone && party.stage != .open }
}
