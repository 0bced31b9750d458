import Foundation

/// Whether an answer from a calendar program is newer than what is known. Two answers to one revision carry its SEQUENCE; only
/// DTSTAMP orders them (RFC 5546 §2.1.5).
package struct CalendarAnswerOrder: Sendable {
  /// The answer from a calendar that was taken last.
  package struct Taken: Sendable, Hashable {
    package let sequence: Int
    package let stamp: Date
    /// When it became the guest's answer.
    package let answeredAt: Date

    package init(sequence: Int, stamp: Date, answeredAt: Date) {
      self.sequence = sequence
      self.stamp = stamp
      self.answeredAt = answeredAt
    }
  }

  /// SEQUENCE of the entry with which the guest got the date as it is now; an answer below it is to a date that is no more.
  package let dateSequence: Int
  package let last: Taken?
  /// When the guest answered last, in whatever way.
  package let answeredAt: Date?

  package init(dateSequence: Int, last: Taken?, answeredAt: Date?) {
    self.dateSequence = dateSequence
    self.last = last
    self.answeredAt = answeredAt
  }

  /// - Parameter stamp: DTSTAMP; where there is none, when the mail came.
  package func isNews(sequence: Int, stamp: Date) -> Bool {
    guard sequence >= dateSequence else { return false }
    if let last, (sequence, stamp) <= (last.sequence, last.stamp) { return false }
    // What they said on their page since is younger than what their calendar wrote before.
    guard let answeredAt, answeredAt != last?.answeredAt else { return true }
    return stamp > answeredAt
  }
}
