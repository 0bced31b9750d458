import Foundation
import Mail
import NIOConcurrencyHelpers

/// Whether mail gets out at all: while the server refuses our login or can't be trusted, the whole queue waits. In memory:
/// after a start it is tried anew.
package final class OutboxStatus: Sendable {
  package struct Pause: Sendable {
    package let failure: MailFailure
    package let until: Date
    let tries: Int
  }

  private let current = NIOLockedValueBox<Pause?>(nil)
  private let bell: AsyncStream<Void>.Continuation
  /// Rings when there is mail. One listener.
  let rings: AsyncStream<Void>

  init() {
    (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  package var pause: Pause? { current.withLockedValue { $0 } }

  func isPaused(at now: Date) -> Bool {
    pause.map { now < $0.until } ?? false
  }

  func pause(because failure: MailFailure, at now: Date) -> Date {
    current.withLockedValue { pause in
      let tries = (pause?.tries ?? 0) + 1
      let until = RetrySchedule.pause(afterTries: tries, at: now)
      pause = Pause(failure: failure, until: until, tries: tries)
      return until
    }
  }

  /// Mail passes again, or the host wants it tried at once.
  func resume() {
    current.withLockedValue { $0 = nil }
  }

  func ring() { bell.yield() }
}

extension Services {
  package var outbox: OutboxStatus { fixtures.one { OutboxStatus() } }
}
