import Foundation

/// Decides whether an answer from a calendar program is newer than what is known. Two answers to one revision carry its
/// SEQUENCE; only DTSTAMP orders them (RFC 5546 §2.1.5).
package struct CalendarAnswerOrder: Sendable {
  /// The last answer accepted from a calendar.
  package struct Taken: Sendable, Hashable {
    package let sequence: Int
    package let stamp: Date
    /// The time at which it became the guest's answer.
    package let answeredAt: Date

    package init(sequence: Int, stamp: Date, answeredAt: Date) {
      self.sequence = sequence
      self.stamp = stamp
      self.answeredAt = answeredAt
    }
  }

  /// SEQUENCE of the entry that brought the guest the current date; an answer with a lower one is to a date that no
  /// longer exists.
  package let dateSequence: Int
  package let last: Taken?
  /// The time of the guest's latest answer, by whatever way.
  package let answeredAt: Date?

  package init(dateSequence: Int, last: Taken?, answeredAt: Date?) {
    self.dateSequence = dateSequence
    self.last = last
    self.answeredAt = answeredAt
  }

  /// - Parameter stamp: DTSTAMP; if there is none, the time the mail arrived.
  package func isNews(sequence: Int, stamp: Date) -> Bool {
    guard sequence >= dateSequence else { return false }
    if isFormer(sequence: sequence, stamp: stamp) { return false }
    // An answer on their page since then is younger than one their calendar wrote before it.
    guard let answeredAt, answeredAt != last?.answeredAt else { return true }
    return stamp > answeredAt
  }

  /// True for an answer that came before the last one taken from the calendar, or is the same again.
  package func isFormer(sequence: Int, stamp: Date) -> Bool {
    guard let last else { return false }
    return (sequence, stamp) <= (last.sequence, last.stamp)
  }
}
