/// Why a mail was not taken, in the server's own words.
package struct MailFailure: Error, Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The server says "not now" (4xx), or the folder cannot be written. Worth trying again.
    case temporary
    /// The server says "never" to this mail (5xx). Trying again is of no use.
    case permanent
    /// Nobody answered, the connection broke, or the server turned us away before it heard of a mail. Worth trying again.
    case unreachable
    /// The server wants a login, or refuses ours. No mail will pass until the operator mends it.
    case authentication
    /// No encryption, or a certificate that cannot be trusted. No mail will pass until the operator mends it.
    case tls
    /// The server does not let us send in the name that our mails carry. No mail will pass until the operator mends it.
    case sender
    /// The sender's or the recipient's address is none.
    case badAddress
    /// The server fell silent at `step`. Worth trying again.
    case silent
    /// The program ends; nothing is wrong with the mail.
    case stopped
  }

  package let kind: Kind
  /// The server's three digits (RFC 5321 §4.2).
  package let code: Int?
  /// What the server said, or the system where no server spoke. Meant for the host's eyes, not for logs: it may hold an address.
  package let reply: String
  /// Whether the whole mail had been handed over when the connection broke. Then it may have been taken, and sending
  /// it again may make a second copy, with the same message id.
  package let mayHaveBeenTaken: Bool
  /// Where it happened; nil where no server was involved.
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

  /// The string that explains this to a person; it takes `reply` as `{reply}`.
  package var key: String {
    if kind == .silent, let step { return "mail.failure.silent.\(step.rawValue)" }
    return "mail.failure.\(kind.rawValue)"
  }

  /// Whether the same mail may go through later without anybody's help.
  package var isWorthRetrying: Bool { [.temporary, .unreachable, .silent, .stopped].contains(kind) }

  /// Whether no mail at all passes until the operator mends it.
  package var holdsUpAll: Bool { [.authentication, .tls, .sender].contains(kind) }

  /// The same, of a mail whose last line was on its way.
  var afterHandingOver: MailFailure {
    MailFailure(kind, code: code, reply: reply, mayHaveBeenTaken: true, step: .acceptance)
  }
}
