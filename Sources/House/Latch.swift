import NIOConcurrencyHelpers
import ServiceLifecycle

/// Lets everybody who waits through once it is open.
package final class Latch: Sendable {
  private struct State {
    var isOpen = false
    var waiting: [AsyncStream<Never>.Continuation] = []
  }

  private let state = NIOLockedValueBox(State())

  package init() {}

  package func open() {
    let waiting = state.withLockedValue { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.finish() }
  }

  /// Returns once it is open, when the task is cancelled, or when the program is told to stop.
  /// - Returns: true if it is open.
  package func wait() async -> Bool {
    let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
    let isOpen = state.withLockedValue { state in
      if !state.isOpen { state.waiting.append(continuation) }
      return state.isOpen
    }
    if isOpen { return true }
    for await _ in stream.cancelOnGracefulShutdown() {}
    return state.withLockedValue { $0.isOpen }
  }
}

/// A service that starts when the latch opens.
package struct AfterOpening: Service {
  package let service: any Service
  package let opening: Latch

  package init(service: any Service, opening: Latch) {
    self.service = service
    self.opening = opening
  }

  package func run() async throws {
    guard await opening.wait() else { return }
    try await service.run()
  }
}
