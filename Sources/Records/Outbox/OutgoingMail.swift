import Core
import Foundation

/// A mail on its way out, as stored in the outbox. Links in its texts are placeholders until it leaves.
package struct OutgoingMail: Sendable, Equatable {
  package typealias Kind = MailKind

  package enum State: String, Sendable, CaseIterable {
    case queued, sending, sent
    /// Written to the outbox folder, because no mail server is set up.
    case filed
    case failed, cancelled
    /// The host sends it with their own program and confirms that.
    case byHand

    /// On its way, or arrived: its reader knows what it says.
    package static let left: [State] = [.sending, .sent, .filed]

    package var hasLeft: Bool { Self.left.contains(self) }
  }

  package var id: OutboxMailID
  /// Identifies the mail: `letter:<guest>`. The same key is the same mail and is sent once.
  package var key: String
  package var host: HostID
  package var party: PartyID?
  package var guest: GuestID?
  package var kind: Kind
  package var state: State
  package var recipientName: String
  package var recipient: String
  package var subject: String
  package var text: String
  package var html = ""
  package var calendar = ""
  package var calendarMethod = ""
  package var messageID: String
  package var attempts = 0
  /// The number of tries that ended without anybody knowing whether the mail was accepted.
  package var interruptions = 0
  package var nextAttemptAt: Date?
  package var problem: MailProblem?
  package var createdAt: Date
  package var acceptedAt: Date?

  package init(
    id: OutboxMailID, key: String, host: HostID, party: PartyID? = nil, guest: GuestID? = nil, kind: Kind, state: State,
    recipientName: String, recipient: String, subject: String, text: String, html: String = "", calendar: String = "",
    calendarMethod: String = "", messageID: String, attempts: Int = 0, interruptions: Int = 0,
    nextAttemptAt: Date? = nil, problem: MailProblem? = nil, createdAt: Date, acceptedAt: Date? = nil
  ) {
    self.id = id
    self.key = key
    self.host = host
    self.party = party
    self.guest = guest
    self.kind = kind
    self.state = state
    self.recipientName = recipientName
    self.recipient = recipient
    self.subject = subject
    self.text = text
    self.html = html
    self.calendar = calendar
    self.calendarMethod = calendarMethod
    self.messageID = messageID
    self.attempts = attempts
    self.interruptions = interruptions
    self.nextAttemptAt = nextAttemptAt
    self.problem = problem
    self.createdAt = createdAt
    self.acceptedAt = acceptedAt
  }
}

/// The reason why a mail has not left: a string key, and the server's words.
package struct MailProblem: Sendable, Equatable {
  package let key: String
  package let reply: String

  package init(_ key: String, reply: String = "") {
    self.key = key
    self.reply = reply
  }

  /// As stored: the key, then the reply on further lines. Nil for an empty text.
  package init?(stored text: String) {
    let parts = text.split(separator: "\n", maxSplits: 1)
    guard let key = parts.first else { return nil }
    self.init(String(key), reply: parts.count > 1 ? String(parts[1]) : "")
  }

  package var stored: String { reply.isEmpty ? key : "\(key)\n\(reply)" }

  package var message: Message { Message(key, ["reply": reply]) }
}
