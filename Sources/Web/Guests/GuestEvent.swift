import Core
import Database
import Foundation

/// Something a guest changed, or that was done about their invitation. The kind is a key of the strings: `history.<kind>`.
struct GuestEvent: Sendable, Equatable {
  let at: Date
  let kind: String
  /// In codes, not in words: the page puts it into the reader's language.
  let detail: String

  static let answer = "answer"
  static let vote = "vote"
  static let wishes = "wishes"
  static let times = "times"
  static let card = "card"
  static let link = "link"
  /// The date moved after the guest had it in the calendar; the detail is the old one.
  static let moved = "moved"
  static let confirmed = "confirmed"
  /// A guest of honour says how late they will be; the detail is in minutes.
  static let late = "late"
  /// A guest of honour named somebody who may answer for them; the detail is the name.
  static let assistant = "assistant"

  /// “Do., 10. Dez.: ja, vorher nein” is kept as start, new and old value.
  static func voteDetail(_ slot: Slot, from old: VoteValue?, to new: VoteValue) -> String {
    "\(timeDetail(slot.start)) \(new.rawValue) \(old?.rawValue ?? "-")"
  }

  static func timeDetail(_ time: Date) -> String { String(Int(time.timeIntervalSince1970)) }

  static func time(_ detail: String) -> Date? {
    Int(detail).map { Date(timeIntervalSince1970: Double($0)) }
  }
}

struct GuestEventStore {
  let connection: any Connection

  func has(_ kind: String, of guest: GuestID) throws -> Bool {
    try connection.row("SELECT 1 AS one FROM guest_event WHERE guest_id = \(guest) AND kind = \(kind) LIMIT 1") != nil
  }

  /// In the order in which they happened.
  func events(of guest: GuestID) throws -> [GuestEvent] {
    try connection.rows("SELECT at, kind, detail FROM guest_event WHERE guest_id = \(guest) ORDER BY number") {
      GuestEvent(at: try $0.get("at"), kind: try $0.get("kind"), detail: try $0.get("detail"))
    }
  }
}
