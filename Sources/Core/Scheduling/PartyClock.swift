import Foundation

/// The hours of an evening: the time from which its doors may open, and the time at which it ends automatically.
package struct PartyClock: Sendable, Hashable {
  package let start: Date
  /// As planned, at least 1.
  package let minutes: Int

  package init(start: Date, minutes: Int) {
    self.start = start
    self.minutes = minutes
  }

  /// Seconds before the beginning from which the doors may open.
  package static let opensBefore: TimeInterval = 3600
  /// Seconds after the planned end at which an evening is over if nobody began it, or nobody is there any more.
  package static let overtime: TimeInterval = 3600

  package var opensAt: Date { start - Self.opensBefore }
  package var plannedEnd: Date { start + Double(minutes) * 60 }
  /// From then on an evening with nobody there is over.
  package var closesAt: Date { plannedEnd + Self.overtime }
}

extension Party {
  /// Nil while there is no date.
  package var clock: PartyClock? { start.map { PartyClock(start: $0, minutes: minutes) } }

  /// True once the time has come, so that one can say whether it took place.
  package func hasBegun(at now: Date) -> Bool { start.map { $0 <= now } ?? false }
}
