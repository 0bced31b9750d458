/// What a mail is.
package enum MailKind: String, Sendable, CaseIterable {
  case letter, reminder, confirmation, change, cancellation, signIn, notice, summary, promise, thanks, farewell,
    assistant

  /// Goes to a host. Everything else goes to a guest, who may object to it.
  package var isForHost: Bool { self == .signIn || self == .notice }

  /// The program sends it by itself, or in answer to somebody, and says so (RFC 3834 §5). What a host writes does not.
  package var isAutomatic: Bool {
    switch self {
    case .reminder, .confirmation, .change, .signIn, .notice, .summary, .promise, .assistant: true
    case .letter, .cancellation, .thanks, .farewell: false
    }
  }
}
