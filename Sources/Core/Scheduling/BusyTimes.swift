import Foundation

/// When somebody is busy by their own calendar.
package struct BusyTimes: Sendable, Equatable {
  private let times: [Range<Date>]
  /// Nil where it could never be read.
  package let readAt: Date?
  /// Why it could not be read the last time; empty where it could.
  package let problem: String

  package init(times: [Range<Date>], readAt: Date?, problem: String = "") {
    (self.times, self.readAt, self.problem) = (times, readAt, problem)
  }

  /// What they have already while a slot lasts, cut to it; nil where nothing is known.
  package func clashes(with slot: Slot) -> [Range<Date>]? {
    guard readAt != nil else { return nil }
    let span = slot.start..<slot.start.addingTimeInterval(Double(max(1, slot.minutes)) * 60)
    return times.filter { $0.overlaps(span) }.map { $0.clamped(to: span) }
  }
}
