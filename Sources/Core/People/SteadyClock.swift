import Foundation

/// A time for what can't be taken back: it moves a day at a time, so that a machine's clock that was wrong once erases nobody who
/// isn't due.
package struct SteadyClock: Sendable, Hashable {
  package private(set) var time: Date
  /// When it moved last, by the machine's clock.
  package private(set) var movedAt: Date

  package static let day: TimeInterval = 86_400
  /// It may move twice a day, so that it catches up after the program was away.
  private static let rest: TimeInterval = 11 * 3600

  /// Where it begins.
  /// - Parameter newest: when anything was written last. It was now then, whatever the machine's clock says today.
  package init(now: Date, newest: Date?) {
    (time, movedAt) = (min(now, newest ?? now), now)
  }

  /// As stored.
  package init(time: Date, movedAt: Date) {
    (self.time, self.movedAt) = (time, movedAt)
  }

  /// One look at the machine's clock.
  package mutating func advance(to now: Date) {
    // The clock was ahead when we looked last. What that made of the time is bounded by a day.
    if now < movedAt { movedAt = now }
    guard now > time, now.timeIntervalSince(movedAt) >= Self.rest else { return }
    time = min(now, time.addingTimeInterval(Self.day))
    movedAt = now
  }

  /// The time to judge by: never ahead of the machine's clock either.
  package func judging(at now: Date) -> Date { min(time, now) }
}

/// When people who are due to be erased really go.
package struct ErasureRule: Sendable {
  /// So many go at once without anybody having to look; 0 for any number.
  package let atOnce: Int

  package init(atOnce: Int) {
    self.atOnce = atOnce
  }

  /// Days between the first sight of somebody as due and the erasure.
  /// - Parameter count: how many are due together. Many may be a mistake, which somebody shall have a week to notice.
  package func days(for count: Int) -> Double {
    isMany(count) ? 7 : 1
  }

  package func isMany(_ count: Int) -> Bool { atOnce > 0 && count > atOnce }

  /// - Parameters:
  ///   - seenAt: when they were first due at a look, by the steady time.
  ///   - time: now, by the same.
  package func isRipe(seenAt: Date, count: Int, at time: Date) -> Bool {
    time.timeIntervalSince(seenAt) >= days(for: count) * SteadyClock.day
  }
}
