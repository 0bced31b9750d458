/// The purpose of a mail.
package enum MailKind: String, Sendable, CaseIterable {
  case letter, reminder, confirmation, change, cancellation, signIn, notice, summary, promise, thanks, farewell,
    assistant, assistantCancellation
  /// Sent on the day before the evening.
  case dayBefore
  /// The host's own words to several guests at once.
  case message
  /// To somebody who comes and has not voted on a date.
  case pollReminder
  /// The personal link that replaces an earlier one.
  case newLink

  /// True if it goes to a host. All other mail goes to a guest, who may object to it.
  package var isForHost: Bool { self == .signIn || self == .notice }

  /// True if it goes to a person who answers for a guest of honour.
  package var isForAssistant: Bool { self == .assistant || self == .assistantCancellation }

  /// True if it asks somebody to come.
  package var invites: Bool { self == .letter || self == .reminder }

  /// True if the program sends it of its own accord, or in answer to somebody, and marks it so (RFC 3834 §5). A host's
  /// own message is not automatic.
  package var isAutomatic: Bool {
    switch self {
    case .reminder, .confirmation, .change, .signIn, .notice, .summary, .promise, .assistant, .assistantCancellation,
      .dayBefore, .pollReminder, .newLink:
      true
    case .letter, .cancellation, .thanks, .farewell, .message: false
    }
  }
}
