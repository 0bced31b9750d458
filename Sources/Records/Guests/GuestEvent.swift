import Core
import Database
import Foundation

/// A change by a guest, or an action on their invitation. The kind is a key of the strings: `history.<kind>`.
package struct GuestEvent: Sendable, Equatable {
  package let at: Date
  package let kind: String
  /// In codes, not in words: the page translates it for the reader.
  package let detail: String

  package init(at: Date, kind: String, detail: String) {
    self.at = at
    self.kind = kind
    self.detail = detail
  }

  package static let answer = "answer"
  package static let vote = "vote"
  /// An answer entered by the host; the detail is that of `answer`.
  package static let entered = "answerEntered"
  /// A vote entered by the host; the detail is that of `vote`.
  package static let enteredVote = "voteEntered"
  package static let wishes = "wishes"
  package static let times = "times"
  package static let card = "card"
  package static let link = "link"
  /// The host gave another address.
  package static let address = "address"
  /// The guest named somebody who might be invited in their place.
  package static let referral = "referral"
  /// Somebody wrote to the guest's own address in answer to us: noted once, since the mail itself is not kept for long.
  package static let wrote = "wrote"
  /// The date moved after the guest had it in their calendar; the detail is the old one.
  package static let moved = "moved"
  package static let confirmed = "confirmed"
  /// A guest of honour reported how late they will be; the detail is in minutes.
  package static let late = "late"
  /// A guest of honour named a person who may answer for them; the detail is the name.
  package static let assistant = "assistant"

  /// “Do., 10. Dez.: ja, vorher nein” is stored as start, new value and old value.
  package static func voteDetail(_ slot: Slot, from old: VoteValue?, to new: VoteValue) -> String {
    "\(timeDetail(slot.start)) \(new.rawValue) \(old?.rawValue ?? "-")"
  }

  package static func timeDetail(_ time: Date) -> String { String(Int(time.timeIntervalSince1970)) }

  package static func time(_ detail: String) -> Date? {
    Int(detail).map { Date(timeIntervalSince1970: Double($0)) }
  }
}

package struct GuestEventStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func has(_ kind: String, of guest: GuestID) throws -> Bool {
    try connection.row("SELECT 1 AS one FROM guest_event WHERE guest_id = \(guest) AND kind = \(kind) LIMIT 1") != nil
  }

  /// In chronological order.
  package func events(of guest: GuestID) throws -> [GuestEvent] {
    try connection.rows("SELECT at, kind, detail FROM guest_event WHERE guest_id = \(guest) ORDER BY number") {
      GuestEvent(at: try $0.get("at"), kind: try $0.get("kind"), detail: try $0.get("detail"))
    }
  }
}
