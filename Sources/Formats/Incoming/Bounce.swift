/// That a mail did not arrive, or not yet: a delivery status (RFC 3464), or the words of a server that knows none.
package struct Bounce: Sendable, Hashable {
  package enum Outcome: String, Sendable {
    /// The address takes no mail: there is no such mailbox or domain, or it refuses for good.
    case permanent
    /// The address may be right, but the server has given up: mailbox full, nobody answered for days.
    case givenUp
    /// The server goes on trying.
    case delayed

    /// Whether this mail will not arrive any more.
    package var isFinal: Bool { self != .delayed }
  }

  package struct Failure: Sendable, Hashable {
    /// To whom we wrote, as far as the server says; may be empty.
    package var address: String
    /// Where the mail was sent on to, if that is another address.
    package var forwarded: String
    package var outcome: Outcome
    /// An enhanced status code (RFC 3463), such as `5.1.1`; may be empty.
    package var status: String
    /// What the server said, in one line; may be empty.
    package var reason: String
  }

  package let failures: [Failure]

  /// The worst of what happened.
  package var outcome: Outcome {
    failures.contains { $0.outcome == .permanent }
      ? .permanent : failures.contains { $0.outcome == .givenUp } ? .givenUp : .delayed
  }

  /// Nil for a mail that is no bounce.
  init?(_ mail: MailParts, body: String) {
    let failures = DeliveryStatus(mail)?.failures ?? PlainBounce(mail, body: body)?.failures ?? []
    guard !failures.isEmpty else { return nil }
    self.failures = Array(failures.prefix(50))
  }
}
