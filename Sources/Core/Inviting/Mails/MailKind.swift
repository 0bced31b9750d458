/// What a mail is.
package enum MailKind: String, Sendable, CaseIterable {
  case letter, reminder, confirmation, change, cancellation, signIn, notice, summary, promise, thanks, farewell,
    assistant, assistantCancellation

  /// Goes to a host. Everything else goes to a guest, who may object to it.
  package var isForHost: Bool { self == .signIn || self == .notice }

  /// Goes to whoever answers for a guest of honour.
  package var isForAssistant: Bool { self == .assistant || self == .assistantCancellation }

  /// Asks somebody to come.
  package var invites: Bool { self == .letter || self == .reminder }

  /// The program sends it by itself, or in answer to somebody, and says so (RFC 3834 §5). What a host writes does not.
  package var isAutomatic: Bool {
    switch self {
    case .reminder, .confirmation, .change, .signIn, .notice, .summary, .promise, .assistant,
      .assistantCancellation:
      true
    case .letter, .cancellation, .thanks, .farewell: false
    }
  }
}
