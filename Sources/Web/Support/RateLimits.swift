import Foundation
import NIOConcurrencyHelpers

/// Counts tries by visitor in a window of time, in memory: a restart forgets them.
package final class RateLimits: Sendable {
  private let windows = NIOLockedValueBox<[String: Window]>([:])

  private struct Window {
    var start: Date
    var count: Int
  }

  package init() {}

  /// Counts one try.
  /// - Throws: `AppError.tooManyRequests` past `limit` tries in `seconds`.
  package func count(_ key: String, limit: Int, seconds: Double, at now: Date) throws {
    let count = windows.withLockedValue { windows in
      if windows.count > 10_000 { windows = windows.filter { now.timeIntervalSince($0.value.start) < 3600 } }
      var window = windows[key] ?? Window(start: now, count: 0)
      if now.timeIntervalSince(window.start) >= seconds { window = Window(start: now, count: 0) }
      window.count += 1
      windows[key] = window
      return window.count
    }
    guard count <= limit else { throw AppError.tooManyRequests }
  }

  /// Whether the visitor has used up their tries, without counting this one.
  package func isExhausted(_ key: String, limit: Int, seconds: Double, at now: Date) -> Bool {
    windows.withLockedValue { windows in
      guard let window = windows[key], now.timeIntervalSince(window.start) < seconds else { return false }
      return window.count >= limit
    }
  }
}
