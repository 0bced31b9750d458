import Foundation

/// Counts the seconds this thread has worked, so that no file counts as too slow because the machine is busy.
struct WorkClock {
  private let start = Self.now
  private let seconds: Double

  init(seconds: Double) { self.seconds = seconds }

  /// Throws `import.problem.tooSlow` once the time is up.
  func check() throws {
    if Self.now - start > seconds { throw Problem("import.problem.tooSlow") }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
