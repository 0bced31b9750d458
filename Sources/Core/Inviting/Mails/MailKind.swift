/// What a mail is.
package enum MailKind: String, Sendable, CaseIterable {
  case letter, reminder, confirmation, change, cancellation, signIn, notice, summary, promise, thanks, farewell,
    assistant

  /// Goes to a host. Everything else goes to a guest, who may object to it.
  package var isForHost: Bool { self == .signIn || self == .notice }
}
