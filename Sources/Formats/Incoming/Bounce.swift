/// A report that a mail did not arrive, or has not arrived yet: a delivery status (RFC 3464), or the words of a server
/// that doesn't write one.
package struct Bounce: Sendable, Hashable {
  package enum Outcome: String, Sendable {
    /// The address takes no mail: there is no such mailbox or domain, or it refuses permanently.
    case permanent
    /// The address may be right, but the server has given up: the mailbox is full, nobody answered for days, or the
    /// other server takes no mail from ours.
    case givenUp
    /// The server keeps trying.
    case delayed

    /// True if this mail will not arrive any more.
    package var isFinal: Bool { self != .delayed }
  }

  package struct Failure: Sendable, Hashable {
    /// The address we wrote to, as far as the server says; may be empty.
    package var address: String
    /// The address the mail was forwarded to, if it is another one.
    package var forwarded: String
    package var outcome: Outcome
    /// An enhanced status code (RFC 3463), such as `5.1.1`; may be empty.
    package var status: String
    /// The server's words, in one line; may be empty.
    package var reason: String
  }

  package let failures: [Failure]

  /// The worst of the outcomes.
  package var outcome: Outcome {
    failures.contains { $0.outcome == .permanent }
      ? .permanent : failures.contains { $0.outcome == .givenUp } ? .givenUp : .delayed
  }

  /// Nil for a mail that is no bounce.
  init?(_ mail: MailParts, body: String) {
    guard !mail.isComplaint else { return nil }
    var failures = DeliveryStatus(mail, body: body)?.failures ?? PlainBounce(mail, body: body)?.failures ?? []
    guard !failures.isEmpty else { return nil }
    // Some reports name a file or nobody; the header or the words may know better.
    if failures.count == 1, failures[0].address.isEmpty, let told = PlainBounce(mail, body: body) {
      failures[0].address = told.failures.first?.address ?? ""
    }
    self.failures = Array(failures.prefix(50))
  }
}
