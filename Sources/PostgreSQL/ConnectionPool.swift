import Foundation

/// Threads that may block, each with a connection of its own. They start when there is work and end after a minute
/// without any, since a server keeps a process for each connection.
final class ConnectionPool: @unchecked Sendable {
  typealias Work = (TransactionThread) -> Void

  let figures = PoolFigures()
  private let size: Int
  private let opening: ConnectionOpening
  /// Guards the variables below.
  private let condition = NSCondition()
  private var waiting: [Work] = []
  private var idle = 0
  private var threads = 0
  private var isClosed = false

  private static let leisure = 60.0

  init(_ opening: ConnectionOpening, size: Int) {
    (self.opening, self.size) = (opening, size)
  }

  func submit(_ work: @escaping Work) {
    condition.withLock {
      waiting.append(work)
      figures.count { $0.waiting += 1 }
      if idle >= waiting.count || threads >= size { return condition.signal() }
      threads += 1
      // The pool lives at least as long as any of its threads.
      Thread { self.serve() }.start()
    }
  }

  /// Work that is waiting is still done.
  func close() {
    condition.withLock {
      isClosed = true
      condition.broadcast()
    }
  }

  private func serve() {
    let thread = TransactionThread(opening, figures)
    while let work = next() {
      figures.count {
        $0.waiting -= 1
        $0.busy += 1
      }
      work(thread)
      figures.count { $0.busy -= 1 }
    }
    thread.close()
  }

  /// - Returns: nil if the thread is no longer needed.
  private func next() -> Work? {
    condition.withLock {
      idle += 1
      defer { idle -= 1 }
      let end = Date(timeIntervalSinceNow: Self.leisure)
      while waiting.isEmpty, !isClosed, condition.wait(until: end) {}
      if !waiting.isEmpty { return waiting.removeFirst() }
      threads -= 1
      return nil
    }
  }
}
