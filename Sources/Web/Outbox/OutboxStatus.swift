import Core
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
  private let unrecorded = NIOLockedValueBox<[Acceptance]>([])
  private let bells: [AsyncStream<Void>.Continuation]
  /// Ring when there is mail: one for each lane, for one listener.
  let rings: [OutboxLane: AsyncStream<Void>]

  /// A mail that the server has taken, which could not be written down.
  struct Acceptance: Sendable {
    let mail: OutgoingMail
    let state: OutgoingMail.State
    let at: Date
  }

  init() {
    let made = OutboxLane.allCases.map { lane in
      (lane, AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)))
    }
    bells = made.map(\.1.continuation)
    rings = Dictionary(uniqueKeysWithValues: made.map { ($0, $1.stream) })
  }

  /// What was taken and is not written down yet; tried again before anything else is sent.
  var acceptances: [Acceptance] { unrecorded.withLockedValue { $0 } }

  func keep(_ acceptance: Acceptance) {
    unrecorded.withLockedValue { $0.append(acceptance) }
  }

  func forget(_ id: OutboxMailID) {
    unrecorded.withLockedValue { $0.removeAll { $0.mail.id == id } }
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

  func ring() { for bell in bells { bell.yield() } }
}

extension Services {
  package var outbox: OutboxStatus { fixtures.one { OutboxStatus() } }
}
