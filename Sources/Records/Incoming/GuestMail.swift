import Core
import Database
import Foundation

/// A mail that came in from a guest, or about one.
package struct GuestMail: Sendable, Hashable {
  package enum Kind: String, Bindable, Sendable, CaseIterable {
    /// Somebody wrote a text.
    case words
    /// Their calendar has answered, and the answer counts.
    case answer
    /// A calendar has answered from another address, to a date that no longer exists, or without an answer that counts.
    case calendar
    /// They propose another time.
    case counter
    /// They send somebody else.
    case delegation
    /// Away; the detail is the last day of it, as far as the text says.
    case absence
    case automatic
    /// Our mail bounced permanently; the detail is the address.
    case bounce
    /// The server gave up on our mail; the address may be right.
    case givenUp

    /// Those that the host decides about.
    package static let forHost: Set<Kind> = [.words, .calendar, .counter, .delegation, .bounce, .givenUp]

    /// True if somebody wrote or pressed a button, and no program answered by itself. What they say may be an answer, which is kept by
    /// itself.
    package var isByPerson: Bool { [.words, .calendar, .counter, .delegation].contains(self) }
  }

  package let id: IncomingMailID
  package let guest: GuestID
  package let receivedAt: Date
  package let kind: Kind
  package let senderName: String
  package let sender: String
  package let subject: String
  package let said: String
  package let quoted: String
  /// A day, an address, an answer or a time, depending on the kind.
  package let detail: String
  package var settledAt: Date?

  package init(
    id: IncomingMailID, guest: GuestID, receivedAt: Date, kind: Kind, senderName: String, sender: String,
    subject: String, said: String, quoted: String, detail: String, settledAt: Date? = nil
  ) {
    self.id = id
    self.guest = guest
    self.receivedAt = receivedAt
    self.kind = kind
    self.senderName = senderName
    self.sender = sender
    self.subject = subject
    self.said = said
    self.quoted = quoted
    self.detail = detail
    self.settledAt = settledAt
  }

  /// True if the host has to decide what it means.
  package var isOpen: Bool {
    settledAt == nil && Kind.forHost.contains(kind)
  }
}
