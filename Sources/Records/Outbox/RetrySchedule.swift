import Foundation

/// When a mail that was not taken is tried again.
package enum RetrySchedule {
  /// Minutes after the first, second, … try; a day altogether.
  private static let minutes: [Double] = [1, 5, 15, 60, 120, 240, 480, 480]

  /// Nil when a day of tries has been in vain.
  package static func next(afterTries tries: Int, at now: Date) -> Date? {
    guard tries >= 1, tries <= minutes.count else { return nil }
    return now.addingTimeInterval(minutes[tries - 1] * 60)
  }

  /// A mail that may have been taken is tried once more, and not soon: a server that is still busy with the first can finish,
  /// and one that knows the Message-ID can tell.
  package static func afterUncertainty(at now: Date) -> Date {
    now.addingTimeInterval(30 * 60)
  }

  /// How long the whole queue waits when the server lets no mail pass: never longer than an hour, so that mail leaves
  /// soon after the operator has mended it.
  package static func pause(afterTries tries: Int, at now: Date) -> Date {
    now.addingTimeInterval(min(60, minutes[min(max(tries, 1), minutes.count) - 1]) * 60)
  }
}
