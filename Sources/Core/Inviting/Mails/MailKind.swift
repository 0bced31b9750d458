/// What a mail is.
package enum MailKind: String, Sendable, CaseIterable {
  case letter, reminder, confirmation, change, cancellation, signIn, notice, summary, promise, thanks, farewell,
    assistant, assistantCancellation
  /// On the day before the evening.
  case dayBefore
  /// The host's own words to several guests at once.
  case message
  /// To somebody who comes, and has not voted for a date.
  case pollReminder
  /// The personal link that took the place of an earlier one.
  case newLink

  /// Goes to a host. Everything else goes to a guest, who may object to it.
  package var isForHost: Bool { self == .signIn || self == .notice }

  /// Goes to whoever answers for a guest of honour.
  package var isForAssistant: Bool { self == .assistant || self == .assistantCancellation }

  /// Asks somebody to come.
  package var invites: Bool { self == .letter || self == .reminder }

  /// The program sends it by itself, or in answer to somebody, and says so (RFC 3834 §5). What a host writes does not.
  package var isAutomatic: Bool {
    switch self {
    case .reminder, .confirmation, .change, .signIn, .notice, .summary, .promise, .assistant, .assistantCancellation,
      .dayBefore, .pollReminder, .newLink:
      true
    case .letter, .cancellation, .thanks, .farewell, .message: false
    }
  }
}
