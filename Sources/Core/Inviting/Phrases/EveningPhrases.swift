/// The sentences of mail besides the letters, in one form of address. See `LetterPhrases`.
protocol EveningPhrases: Sendable {
  func dayBefore(date: String) -> DayBeforePhrases
  /// The number of other people who come and whose names nobody reads.
  func others(_ count: Int, besidesNamed: Bool) -> String
  /// - Parameter until: the last day to vote, in words; nil where there is none.
  func pollReminder(until: String?) -> PagePhrases
  func newLink(topic: String, hasEntry: Bool) -> PagePhrases
  /// Ends with a colon: the personal link follows.
  var messagePage: String { get }
}

struct DayBeforePhrases {
  let subject: String
  let opening: String
  /// Ends with a colon: the personal link follows.
  let door: String
  let equipment: String
  /// Ends with a colon: names follow.
  let company: String
  let farewell: String
}
