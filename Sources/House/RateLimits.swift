import NIOConcurrencyHelpers

/// Counts visitors' tries within a window of time, in memory: a restart forgets them. Time comes from a monotonic
/// clock, so that nobody has to wait because the wall clock was corrected.
package final class RateLimits: Sendable {
  /// The longest window, in seconds. Entries untouched for that long are dropped a whole generation at a time, so that
  /// no try has to look through the others.
  package static let longest = 3600.0
  /// Keys of one generation: some ten megabytes.
  private static let most = 100_000

  private struct Window {
    var start: Duration
    var count: Int
  }

  private struct Generations {
    var young: [String: Window] = [:]
    var old: [String: Window] = [:]
    var turnedAt = Duration.zero
  }

  private let windows = NIOLockedValueBox(Generations())

  package init() {}

  /// Counts one try.
  /// - Parameter seconds: at most an hour.
  /// - Throws: `AppError.tooManyRequests` beyond `limit` tries in `seconds`.
  package func count(_ key: String, limit: Int, seconds: Double, at now: Duration) throws {
    let count = windows.withLockedValue { windows in
      Self.turn(&windows, at: now)
      var window = windows.young[key] ?? windows.old[key] ?? Window(start: now, count: 0)
      if now - window.start >= .seconds(seconds) { window = Window(start: now, count: 0) }
      window.count += 1
      windows.young[key] = window
      return window.count
    }
    guard count <= limit else { throw AppError.tooManyRequests }
  }

  private static func turn(_ windows: inout Generations, at now: Duration) {
    guard now - windows.turnedAt >= .seconds(longest) || windows.young.count >= most else { return }
    (windows.old, windows.young, windows.turnedAt) = (windows.young, [:], now)
  }
}
