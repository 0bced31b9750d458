/// The steps a server is taken through, one after another, until it has accepted a mail.
package enum SMTPStep: String, Sendable, CaseIterable {
  /// A connection.
  case connect
  /// Its greeting, its capabilities, encryption, and our login.
  case greeting
  /// The sender: MAIL FROM.
  case sender
  /// The recipient: RCPT TO.
  case recipient
  /// Its readiness for the mail: DATA.
  case data
  /// Reading the mail.
  case content
  /// The confirmation after the final dot.
  case acceptance
}

/// The time a server may be silent at each step, in seconds.
package struct SMTPPatience: Sendable, Equatable {
  package var seconds: [SMTPStep: Int]

  package init(_ seconds: [SMTPStep: Int]) {
    self.seconds = seconds
  }

  /// The times RFC 5321 §4.5.3.2 asks for, for a server that has given no reason for less.
  package static let standard = SMTPPatience([
    .connect: 30, .greeting: 300, .sender: 300, .recipient: 300, .data: 120, .content: 180, .acceptance: 600,
  ])

  /// For a server that was silent before, and for when a person is waiting.
  package static let brisk = SMTPPatience([
    .connect: 10, .greeting: 20, .sender: 20, .recipient: 20, .data: 20, .content: 30, .acceptance: 60,
  ])

  /// The same time at every step.
  package static func within(_ seconds: Int) -> SMTPPatience {
    SMTPPatience(Dictionary(uniqueKeysWithValues: SMTPStep.allCases.map { ($0, seconds) }))
  }

  /// At each step the shorter of the two times.
  func shortened(to other: SMTPPatience) -> SMTPPatience {
    SMTPPatience(seconds.merging(other.seconds) { min($0, $1) })
  }

  func duration(of step: SMTPStep) -> Duration {
    .seconds(seconds[step] ?? Self.standard.seconds[step] ?? 300)
  }
}
