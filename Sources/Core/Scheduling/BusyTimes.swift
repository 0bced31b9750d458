import Foundation

/// The times at which somebody is busy according to their own calendar.
package struct BusyTimes: Sendable, Equatable {
  private let times: [Range<Date>]
  /// Nil if it could never be read.
  package let readAt: Date?
  /// The reason why it could not be read last time; empty if it could.
  package let problem: String

  package init(times: [Range<Date>], readAt: Date?, problem: String = "") {
    (self.times, self.readAt, self.problem) = (times, readAt, problem)
  }

  /// Whatever they already have during a slot, cut to the slot; nil if nothing is known.
  package func clashes(with slot: Slot) -> [Range<Date>]? {
    guard readAt != nil else { return nil }
    let span = slot.start..<slot.start.addingTimeInterval(Double(max(1, slot.minutes)) * 60)
    return times.filter { $0.overlaps(span) }.map { $0.clamped(to: span) }
  }
}
