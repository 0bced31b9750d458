import NIOConcurrencyHelpers

/// Wakes background work: one side waits, the other rings. A ring while nobody waits is kept for the next wait.
package final class Bell: Sendable {
  private let rings: AsyncStream<Void>
  private let hammer: AsyncStream<Void>.Continuation

  package init() {
    (rings, hammer) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  package func ring() { hammer.yield() }

  /// Returns at the next ring, or when the task is cancelled. For a single waiter.
  package func wait() async {
    for await _ in rings { return }
  }
}

/// Tells long work on another thread to stop.
package final class StopSign: Sendable {
  private let isUp = NIOLockedValueBox(false)

  package init() {}

  package func raise() { isUp.withLockedValue { $0 = true } }

  package func check() throws {
    if isUp.withLockedValue({ $0 }) { throw CancellationError() }
  }
}
