import Foundation

/// A calendar program's answer to an entry (iMIP, RFC 6047): METHOD REPLY, COUNTER, or a REPLY that delegates (RFC 5546
/// §3.2.3, §3.2.7, §2.1.3).
package struct CalendarReply: Sendable, Hashable {
  package enum Says: Sendable, Hashable {
    case accepted, tentative, declined
    /// They propose another time: its beginning, if it is given in UTC or can be read as such.
    case counter(CalendarMoment?)
    /// They send somebody else, at this address.
    case delegated(to: String)
    /// They have not decided, or say something that is not an answer.
    case nothing
  }

  /// Empty if it names no entry.
  package let uid: String
  /// 0 if none is given (RFC 5545 §3.8.7.4).
  package let sequence: Int
  /// The time at which the program wrote it; nil if it does not say.
  package let stamp: Date?
  /// The attendee who answers, without `mailto:`. Empty if several have and none of them wrote the mail.
  package let attendee: String
  package let attendeeName: String
  /// The person who answered in their place (RFC 5545 §3.2.18); empty for nobody.
  package let sentBy: String
  package let says: Says
  /// Their comment, in one line.
  package let comment: String

  init(
    uid: String, sequence: Int, stamp: Date?, attendee: String, attendeeName: String, sentBy: String, says: Says,
    comment: String
  ) {
    self.uid = uid
    self.sequence = sequence
    self.stamp = stamp
    self.attendee = attendee
    self.attendeeName = attendeeName
    self.sentBy = sentBy
    self.says = says
    self.comment = comment
  }

  /// Nil for a calendar that is not an answer.
  /// - Parameter sender: the mail's; of several attendees who have answered, theirs is the answer.
  package init?(_ bytes: [UInt8], from sender: String = "") {
    guard let reply = CalendarReplyReader(bytes).reply(from: sender) else { return nil }
    self = reply
  }
}

/// A time in an entry: an instant, or the reading of a clock somewhere.
package struct CalendarMoment: Sendable, Hashable {
  package let instant: Date?
  /// As written: `20261210T180000`.
  package let written: String
  /// The zone's name in that calendar; empty for UTC and for none.
  package let zone: String
}
