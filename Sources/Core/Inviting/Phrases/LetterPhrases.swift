/// The sentences of a letter in one form of address.
///
/// Letters are composed prose, not labels to look up: case, gender and the known facts decide the sentence. So they are
/// written in Swift, one table per language, and not in the string files that pages use.
protocol LetterPhrases: CirclePhrases, EveningPhrases {
  // The invitation, from top to bottom.

  /// From the most telling to the shortest.
  func subjects(_ facts: LetterFacts) -> [String]
  func salutation(_ recipient: Recipient) -> String
  func opening(_ occasion: LetterOccasion) -> String
  /// At least one of the two is given.
  func reason(talks: [String], shared: [String]) -> String
  func gathering(_ facts: LetterFacts) -> String
  func question(topic: String) -> String
  func contribution(_ text: String) -> String
  func date(_ date: LetterDate) -> String?
  /// Ends with a colon: the personal link follows.
  func answer(_ date: LetterDate, by: String?) -> String
  /// Everybody who comes can read who else does; how far they are named is for each to decide.
  var company: String { get }
  var farewell: String { get }
  var greeting: String { get }
  /// Ends with a colon: the objection link follows.
  func origin(_ source: AddressSource) -> String
  /// The address of the operator's legal notice follows.
  var legalNotice: String { get }
  /// The address for questions about data follows.
  var privacyContact: String { get }

  // The invitation as a short message.

  func brief(seats: Int, minutes: Int) -> String
  func briefQuestion(_ question: String) -> String
  /// Ends with a colon: the personal link follows.
  var briefPage: String { get }

  // What follows, as short messages.

  func briefReminder(by answerBy: String?) -> String
  func briefDate(_ date: String) -> String
  func briefChange(to date: String) -> String
  var briefCancellation: String { get }
  var briefWithdrawal: String { get }
  var briefAdmission: String { get }
  var briefNews: String { get }
  /// Ends with a colon: the personal link follows.
  var briefLater: String { get }

  // The letters that may follow.

  func reminder(_ facts: LetterFacts) -> ReminderPhrases
  func confirmation(date: String, isComing: Bool, hasEntry: Bool) -> ConfirmationPhrases
  func admission(_ topic: String) -> AdmissionPhrases
  func change(from: String?, to: String, hasEntry: Bool) -> ChangePhrases
  func adjustment(date: String, minutes: Int, hasEntry: Bool) -> ChangePhrases
  func unsuitable(date: String) -> ChangePhrases
  func poll(slots: Int, insteadOfDate: Bool) -> ChangePhrases
  func answerNoted(date: String, isComing: Bool) -> ChangePhrases
  func removal(date: String) -> ChangePhrases
  func withdrawal(_ topic: String) -> CancellationPhrases
  func cancellation(reason: String?, date: String?, topic: String) -> CancellationPhrases
  /// The host has noted an answer that came by some other way than the guest's page.
  func entered(_ answer: Answer) -> String
  /// Ends with a colon: the objection link follows.
  var objection: String { get }
}

struct ReminderPhrases {
  let subject: String
  let opening: String
  /// Ends with a colon: the personal link follows.
  let answer: String
  let farewell: String
}

struct ConfirmationPhrases {
  let subject: String
  let opening: String
  /// Ends with a colon: the personal link follows.
  let entry: String
  let question: String
  let farewell: String
}

struct AdmissionPhrases {
  let subject: String
  let opening: String
  /// Ends with a colon: the personal link follows.
  let page: String
}

struct ChangePhrases {
  let subject: String
  let opening: String
  /// Ends with a colon: the personal link follows.
  let answer: String
}

struct CancellationPhrases {
  let subject: String
  let opening: String
  let farewell: String
}

extension AddressForm {
  var phrases: any LetterPhrases {
    switch self {
    case .sie: GermanPhrases(familiar: false)
    case .du: GermanPhrases(familiar: true)
    case .english: EnglishPhrases()
    }
  }
}
