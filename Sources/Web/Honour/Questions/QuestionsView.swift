import Core
import Database
import Foundation

/// What the circle would like to ask its guest of honour, as one of its guests sees it: how many want to know something, not who.
struct QuestionsView: Sendable, Equatable {
  /// Named once they have been written to and have not declined.
  let honoured: String?
  let questions: [CircleQuestion<HonourQuestionID>]
  /// What they asked themselves. What they voted for is not here: the link to this page is known to the host, too.
  let mine: Set<HonourQuestionID>
  /// Until the evening is over.
  let isOpen: Bool

  var canAsk: Bool { isOpen && mine.count < QuestionEntry.mostQuestions }
}

extension QuestionsView {
  /// Nil for the guest of honour themselves, for guests who don't come, and where the party has no guest of honour.
  init?(_ person: KnownGuest, _ party: Party, now: Date, _ connection: any Connection) throws {
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

/// A question as a form brings it.
enum QuestionEntry {
  static let longest = 200
  /// Of one guest at one party.
  static let mostQuestions = 5
  static let mostPicks = 3

  /// - Throws: `AppError.conflict` for one that is blank or too long.
  static func text(_ form: Form) throws -> String {
    let text = form.text("question").split(whereSeparator: \.isNewline).joined(separator: " ")
    guard !text.isEmpty else { throw AppError.conflict(Message("questions.error.blank")) }
    guard text.length <= longest else {
      throw AppError.conflict(Message("guests.error.tooLong", ["limit": "\(longest)"]))
    }
    return text
  }
}
