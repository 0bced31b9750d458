import Foundation

/// Limits what one document may yield: cells, bytes of text, and seconds of work.
final class TextBudget {
  private static let mostCells = 2_000_000
  private let limits: ReadingLimits
  private let clock: WorkClock
  private var bytes = 0
  private var cells = 0
  private var calls = 0

  init(limits: ReadingLimits) {
    self.limits = limits
    clock = WorkClock(limits: limits)
  }

  func spend(_ row: DocumentRow) throws {
    cells += row.cells.count
    guard cells <= Self.mostCells else {
      throw Problem("import.problem.tooManyValues", ["limit": String(Self.mostCells)])
    }
    // Merged cells can hold more text than was read.
    try spend(row.cells.reduce(0) { $0 + $1.utf8.count })
  }

  func spend(_ count: Int) throws {
    bytes += count
    calls += 1
    guard bytes <= limits.textBytes else { throw UnpackingBudget.bomb(limit: limits.textBytes) }
    if calls.isMultiple(of: 1024) { try clock.check() }
  }
}

/// Counts the seconds this thread has worked, so that hardly any file counts as too slow because the machine is busy, and
/// those that have passed meanwhile.
struct WorkClock {
  private let start = Self.now
  private let end: ContinuousClock.Instant
  private let seconds: Double

  init(limits: ReadingLimits) {
    seconds = limits.seconds
    end = .now + .seconds(limits.wallSeconds)
  }

  /// Throws `import.problem.tooSlow` once the time is up.
  func check() throws {
    if Self.now - start > seconds || .now > end { throw Problem("import.problem.tooSlow") }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
