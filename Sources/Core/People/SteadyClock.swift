import Foundation

/// A clock for things that can't be undone: it advances a day at a time, so that a machine whose clock was once wrong
/// erases nobody before their time.
package struct SteadyClock: Sendable, Hashable {
  package private(set) var time: Date
  /// The machine's time when this clock last moved.
  package private(set) var movedAt: Date

  package static let day: TimeInterval = 86_400
  /// It may move twice a day, so that it catches up after the program was down.
  private static let rest: TimeInterval = 11 * 3600

  /// The starting point.
  /// - Parameter newest: the time of the latest write. That much time has certainly passed, whatever the machine's
  ///   clock says today.
  package init(now: Date, newest: Date?) {
    (time, movedAt) = (min(now, newest ?? now), now)
  }

  /// As stored.
  package init(time: Date, movedAt: Date) {
    (self.time, self.movedAt) = (time, movedAt)
  }

  /// One look at the machine's clock.
  package mutating func advance(to now: Date) {
    // The clock was ahead at the last look. The error this put into the time is bounded by a day.
    if now < movedAt { movedAt = now }
    guard now > time, now.timeIntervalSince(movedAt) >= Self.rest else { return }
    time = min(now, time.addingTimeInterval(Self.day))
    movedAt = now
  }

  /// The time to judge by, which is never ahead of the machine's clock either.
  package func judging(at now: Date) -> Date { min(time, now) }
}

/// Decides when people who are due to be erased really go.
package struct ErasureRule: Sendable {
  /// The number who may go at once without anybody having to look; 0 for any number.
  package let atOnce: Int

  package init(atOnce: Int) {
    self.atOnce = atOnce
  }

  /// Days between the first sight of somebody as due and their erasure.
  /// - Parameter count: the number of people due together. Many at once may be a mistake, and somebody should have a
  ///   week to notice it.
  package func days(for count: Int) -> Double {
    isMany(count) ? 7 : 1
  }

  package func isMany(_ count: Int) -> Bool { atOnce > 0 && count > atOnce }

  /// - Parameters:
  ///   - seenAt: the steady time at which they were first found due.
  ///   - time: the steady time now.
  package func isRipe(seenAt: Date, count: Int, at time: Date) -> Bool {
    time.timeIntervalSince(seenAt) >= days(for: count) * SteadyClock.day
  }
}
