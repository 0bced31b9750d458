/// The reason why a mail was not accepted, in the server's own words.
package struct MailFailure: Error, Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The server says "not now" (4xx), or the folder can't be written. Worth trying again.
    case temporary
    /// The server says "never" to this mail (5xx). Trying again is pointless.
    case permanent
    /// Nobody answered, the connection broke, or the server turned us away before hearing about a mail. Worth trying
    /// again.
    case unreachable
    /// The server wants a login, or refuses ours. No mail gets through until the operator fixes it.
    case authentication
    /// No encryption, or a certificate that can't be trusted. No mail gets through until the operator fixes it.
    case tls
    /// The server does not let us send under the name on our mails. No mail gets through until the operator fixes it.
    case sender
    /// The sender's or the recipient's address is invalid.
    case badAddress
    /// The server fell silent at `step`. Worth trying again.
    case silent
    /// The program is stopping; nothing is wrong with the mail.
    case stopped
  }

  package let kind: Kind
  /// The server's three digits (RFC 5321 §4.2).
  package let code: Int?
  /// The server's words, or the system's if no server answered. Meant for the host's eyes, not for logs, since it may
  /// contain an address.
  package let reply: String
  /// True if the whole mail had been handed over when the connection broke. The server may then have accepted it, and
  /// sending it again may produce a second copy with the same message id.
  package let mayHaveBeenTaken: Bool
  /// The step at which it happened; nil if no server was involved.
  package let step: SMTPStep?

  package init(
    _ kind: Kind, code: Int? = nil, reply: String = "", mayHaveBeenTaken: Bool = false, step: SMTPStep? = nil
  ) {
    self.kind = kind
    self.code = code
    self.reply = reply
    self.mayHaveBeenTaken = mayHaveBeenTaken
    self.step = step
  }

  /// The string that explains this to a person; it uses `reply` as `{reply}`.
  package var key: String {
    if kind == .silent, let step { return "mail.failure.silent.\(step.rawValue)" }
    return "mail.failure.\(kind.rawValue)"
  }

  /// True if the same mail may get through later without anybody's help.
  package var isWorthRetrying: Bool { [.temporary, .unreachable, .silent, .stopped].contains(kind) }

  /// True if no mail at all gets through until the operator fixes it.
  package var holdsUpAll: Bool { [.authentication, .tls, .sender].contains(kind) }

  /// The same failure, for a mail whose last line was already on its way.
  var afterHandingOver: MailFailure {
    MailFailure(kind, code: code, reply: reply, mayHaveBeenTaken: true, step: .acceptance)
  }
}
