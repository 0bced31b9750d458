/// What a server is asked for, one after the other, until it has taken a mail.
package enum SMTPStep: String, Sendable, CaseIterable {
  /// A connection.
  case connect
  /// Its greeting, what it can do, encryption, and our login.
  case greeting
  /// The sender: MAIL FROM.
  case sender
  /// The recipient: RCPT TO.
  case recipient
  /// Whether it is ready for the mail: DATA.
  case data
  /// To read the mail.
  case content
  /// To say that it has taken it, after the final dot.
  case acceptance
}

/// How long a server may be silent at each step, in seconds.
package struct SMTPPatience: Sendable, Equatable {
  package var seconds: [SMTPStep: Int]

  package init(_ seconds: [SMTPStep: Int]) {
    self.seconds = seconds
  }

  /// What RFC 5321 §4.5.3.2 asks for, for a server that has given no reason for less.
  package static let standard = SMTPPatience([
    .connect: 30, .greeting: 300, .sender: 300, .recipient: 300, .data: 120, .content: 180, .acceptance: 600,
  ])

  /// For a server that was silent before, and where a person waits.
  package static let brisk = SMTPPatience([
    .connect: 10, .greeting: 20, .sender: 20, .recipient: 20, .data: 20, .content: 30, .acceptance: 60,
  ])

  /// So long at every step.
  package static func within(_ seconds: Int) -> SMTPPatience {
    SMTPPatience(Dictionary(uniqueKeysWithValues: SMTPStep.allCases.map { ($0, seconds) }))
  }

  /// Never more than the other's.
  func shortened(to other: SMTPPatience) -> SMTPPatience {
    SMTPPatience(seconds.merging(other.seconds) { min($0, $1) })
  }

  func duration(of step: SMTPStep) -> Duration {
    .seconds(seconds[step] ?? Self.standard.seconds[step] ?? 300)
  }
}
