import Core
import Database
import Foundation
import House
import Records

/// The circle's questions for its guest of honour as one of its guests sees them: the number of people who want to know
/// something, not their names.
package struct QuestionsView: Sendable, Equatable {
  /// Named once they have been written to, unless they declined.
  package let honoured: String?
  package let questions: [CircleQuestion<HonourQuestionID>]
  /// The questions this guest asked. Their votes are not here, since the host knows the link to this page too.
  package let mine: Set<HonourQuestionID>
  /// True until the evening is over.
  package let isOpen: Bool

  package init(
    honoured: String?, questions: [CircleQuestion<HonourQuestionID>], mine: Set<HonourQuestionID>, isOpen: Bool
  ) {
    self.honoured = honoured
    self.questions = questions
    self.mine = mine
    self.isOpen = isOpen
  }

  package var canAsk: Bool { isOpen && mine.count < QuestionEntry.mostQuestions }
}

extension QuestionsView {
  /// Nil for the guest of honour, for guests who don't come, and if the party has no guest of honour.
  package init?(_ person: KnownGuest, _ party: Party, now: Date, _ connection: any Connection) throws {
    guard person.isExpected, !person.guest.isHonoured,
      let honoured = try GuestStore(connection: connection).honoured(at: party.id)
    else { return nil }
    let store = HonourQuestionStore(connection: connection)
    self.init(
      honoured: honoured.guest.wasWrittenTo && honoured.mayCome ? honoured.name : nil,
      questions: try store.questions(of: party.id),
      mine: Set(try store.authors(of: party.id).filter { $0.value == person.guest.id }.keys), isOpen: party.takesAnswers
    )
  }
}

/// A question as sent by a form.
package enum QuestionEntry {
  package static let longest = 200
  /// For one guest at one party.
  static let mostQuestions = 5
  package static let mostPicks = 3

  /// - Throws: `AppError.conflict` for one that is blank or too long.
  package static func text(_ form: Form) throws -> String {
    let text = form.text("question").split(whereSeparator: \.isNewline).joined(separator: " ")
    guard !text.isEmpty else { throw AppError.conflict(Message("questions.error.blank")) }
    guard text.length <= longest else {
      throw AppError.conflict(Message("guests.error.tooLong", ["limit": "\(longest)"]))
    }
    return text
  }
}
