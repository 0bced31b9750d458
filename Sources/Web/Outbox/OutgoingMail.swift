import Core
import Foundation

/// A mail on its way out, as it stands in the outbox. Links in its texts are placeholders until it leaves.
package struct OutgoingMail: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case letter, reminder, confirmation, change, cancellation, signIn, notice
  }

  package enum State: String, Sendable, CaseIterable {
    case queued, sending, sent
    /// Written to the outbox folder, because no mail server is set up.
    case filed
    case failed, cancelled
    /// The host sends it with their own program and says so.
    case byHand
  }

  package var id: OutboxMailID
  /// Names what the mail is: `letter:<guest>`. The same key is the same mail and is sent once.
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
  package var problem = ""
  package var createdAt: Date
  package var acceptedAt: Date?
}
