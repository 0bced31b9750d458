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
    /// The sender's or the recipient's address is none.
    case badAddress
  }

  package let kind: Kind
  /// The server's three digits (RFC 5321 §4.2).
  package let code: Int?
  /// What the server said, or the system where no server spoke. Meant for the host's eyes, not for logs: it may hold an address.
  package let reply: String
  /// Whether the whole mail had been handed over when the connection broke. Then it may have been taken, and sending
  /// it again may make a second copy, with the same message id.
  package let mayHaveBeenTaken: Bool

  package init(_ kind: Kind, code: Int? = nil, reply: String, mayHaveBeenTaken: Bool = false) {
    self.kind = kind
    self.code = code
    self.reply = reply
    self.mayHaveBeenTaken = mayHaveBeenTaken
  }

  /// The string that explains this kind to a person; it takes `reply` as `{reply}`.
  package var key: String { "mail.failure.\(kind.rawValue)" }

  /// Whether the same mail may go through later without anybody's help.
  package var isWorthRetrying: Bool { kind == .temporary || kind == .unreachable }
}
