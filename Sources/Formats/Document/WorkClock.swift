import Foundation

/// Counts the seconds for which this thread has worked, so that a busy machine makes no file too slow.
struct WorkClock {
  private let start = Self.now
  private let seconds: Double

  init(seconds: Double) { self.seconds = seconds }

  /// Throws `import.problem.tooSlow` once the time is over.
  func check() throws {
    if Self.now - start > seconds { throw Problem("import.problem.tooSlow") }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
