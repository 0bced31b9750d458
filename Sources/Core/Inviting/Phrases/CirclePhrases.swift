/// The sentences of a circle's letters in one form of address. See `LetterPhrases`.
protocol CirclePhrases: Sendable {
  /// The opening of an invitation to a further evening.
  func circleOpening(_ previous: PreviousEvening) -> String
  func circleSubject(topic: String) -> String
  func circleGathering(_ facts: LetterFacts) -> String
  func summary(met: [String], wasThere: Bool) -> PagePhrases
  func promiseReminder(promise: String, to: [String]) -> PagePhrases
  func honour(_ honour: HonourFacts, _ facts: LetterFacts) -> HonourPhrases
  func honourConfirmation(date: String, minutes: Int, isComing: Bool, hasEntry: Bool) -> PagePhrases
  func honourChange(from old: String?, to new: String, minutes: Int, hasEntry: Bool) -> PagePhrases
  func assistant(of honoured: String, date: String?, minutes: Int) -> PagePhrases
  func assistantChange(of honoured: String, from old: String?, to new: String, minutes: Int) -> PagePhrases
  /// Leads to no page.
  func assistantCancellation(of honoured: String, date: String?) -> PagePhrases
  var thanksSubject: String { get }
  /// Ends with a colon: the personal link follows.
  var thanksPage: String { get }
  func thanks(minutes: Int, taken: [String]) -> String
  func circleEnd(evenings: Int) -> PagePhrases
}

struct PagePhrases {
  let subject: String
  let opening: String
  /// Ends with a colon: the personal link follows.
  let page: String
  let farewell: String
}

struct HonourPhrases {
  let subject: String
  let opening: String
  let circle: String
  /// Ends with a colon: the questions follow.
  let questions: String
  let time: String
  /// Ends with a colon: the personal link follows.
  let page: String
  let farewell: String
}
