import Foundation

/// Decides when a mail that was not accepted is tried again.
package enum RetrySchedule {
  /// Minutes after the first, second, … try; a day in total.
  private static let minutes: [Double] = [1, 5, 15, 60, 120, 240, 480, 480]

  /// Seconds of the longest wait between two tries.
  package static let longest = (minutes.max() ?? 0) * 60

  /// Nil after a day of failed tries.
  package static func next(afterTries tries: Int, at now: Date) -> Date? {
    guard tries >= 1, tries <= minutes.count else { return nil }
    return now.addingTimeInterval(minutes[tries - 1] * 60)
  }

  /// A mail that may have been accepted is tried once more, but not soon: a server still busy with the first can
  /// finish, and one that knows the Message-ID can tell.
  package static func afterUncertainty(at now: Date) -> Date {
    now.addingTimeInterval(30 * 60)
  }

  /// The pause of the whole queue when the server lets no mail through: at most an hour, so that mail leaves soon after
  /// the operator has fixed it.
  package static func pause(afterTries tries: Int, at now: Date) -> Date {
    now.addingTimeInterval(min(60, minutes[min(max(tries, 1), minutes.count) - 1]) * 60)
  }
}
