import Database
import Foundation

/// Times that were stored while the clock was ahead: whatever waits for one of them would wait until it is that late once more.
enum DueTime {
  /// Seconds by which a clock may be set back without anything being done early.
  private static let slack = 60.0

  /// True of a time that has come, and of one further ahead than anything waits.
  /// - Parameter longest: seconds of the longest wait.
  static func hasCome(_ column: SQL, at now: Date, longest: Double) -> SQL {
    "(\(column) <= \(now) OR \(isMisdated(column, at: now, longest: longest)))"
  }

  /// True of a time further ahead than anything waits.
  static func isMisdated(_ column: SQL, at now: Date, longest: Double) -> SQL {
    "\(column) > \(now.addingTimeInterval(longest + slack))"
  }
}
