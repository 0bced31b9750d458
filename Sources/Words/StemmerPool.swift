import Synchronization

/// Lends each stemmer to one caller at a time and keeps it for the next: a new one costs more than stemming a text.
/// There are never more than simultaneous callers.
final class StemmerPool: Sendable {
  /// Stemmers at rest: nobody else holds a reference to them, so they may go to another thread.
  private struct Resting: @unchecked Sendable {
    let stemmers: Stemmers
  }

  static let shared = StemmerPool()

  private let resting = Mutex<[Resting]>([])

  func withStemmers<Result>(_ body: (Stemmers) throws -> Result) rethrows -> Result {
    let stemmers = resting.withLock { $0.popLast() }?.stemmers ?? Stemmers()
    defer {
      let returned = Resting(stemmers: stemmers)
      resting.withLock { $0.append(returned) }
    }
    return try body(stemmers)
  }
}
