import Synchronization

/// A pool's counters, for monitoring.
final class PoolFigures: Sendable {
  struct Counts {
    var open = 0
    var busy = 0
    var waiting = 0
    /// Since the start: transactions that conflicted with another and were run again.
    var retries = 0
  }

  private let counts = Mutex(Counts())

  func count(_ change: (inout Counts) -> Void) {
    counts.withLock { change(&$0) }
  }

  var gauges: [String: Double] {
    let counts = counts.withLock { $0 }
    return [
      "stehtisch_database_connections": Double(counts.open), "stehtisch_database_connections_busy": Double(counts.busy),
      "stehtisch_database_waiting": Double(counts.waiting), "stehtisch_database_retries": Double(counts.retries),
    ]
  }
}
