import Core
import Foundation
import House
import Mail
import NIOConcurrencyHelpers
import Records

/// The state of all mail: while the server refuses our login or can't be trusted, the whole queue waits; while nobody answers, each mail is
/// tried by itself. In memory: after a start it is tried anew.
package final class OutboxStatus: Sendable {
  package struct Pause: Sendable {
    package let failure: MailFailure
    /// Since when no mail has passed.
    package let since: Date
    /// Until when the whole queue waits; nil while it is tried again mail by mail.
    package let until: Date?
    package let tries: Int

    package init(failure: MailFailure, since: Date, until: Date?, tries: Int) {
      self.failure = failure
      self.since = since
      self.until = until
      self.tries = tries
    }
  }

  private let current = NIOLockedValueBox<Pause?>(nil)
  private let holding = NIOLockedValueBox(false)
  private let unrecorded = NIOLockedValueBox<[Acceptance]>([])
  private let bells: [AsyncStream<Void>.Continuation]
  /// Rung when there is mail: one for each lane, with one listener each.
  let rings: [OutboxLane: AsyncStream<Void>]

  /// A mail that the server has accepted but that could not be recorded.
  package struct Acceptance: Sendable {
    package let mail: OutgoingMail
    package let state: OutgoingMail.State
    package let at: Date

    package init(mail: OutgoingMail, state: OutgoingMail.State, at: Date) {
      self.mail = mail
      self.state = state
      self.at = at
    }
  }

  package init() {
    let made = OutboxLane.allCases.map { lane in
      (lane, AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)))
    }
    bells = made.map(\.1.continuation)
    rings = Dictionary(uniqueKeysWithValues: made.map { ($0, $1.stream) })
  }

  /// Acceptances not recorded yet; tried again before anything else is sent.
  package var acceptances: [Acceptance] { unrecorded.withLockedValue { $0 } }

  package func keep(_ acceptance: Acceptance) {
    unrecorded.withLockedValue { $0.append(acceptance) }
  }

  package func forget(_ id: OutboxMailID) {
    unrecorded.withLockedValue { $0.removeAll { $0.mail.id == id } }
  }

  package var pause: Pause? { current.withLockedValue { $0 } }

  /// True if this is a copy that holds back its mail, as of the last look.
  package var isHeld: Bool { holding.withLockedValue { $0 } }

  package func note(isHeld: Bool) {
    holding.withLockedValue { $0 = isHeld }
  }

  func isPaused(at now: Date) -> Bool {
    pause?.until.map { Self.isAhead($0, of: now) } ?? false
  }

  /// False also for a time further ahead than any pause lasts: the clock was set back since.
  private static func isAhead(_ until: Date, of now: Date) -> Bool {
    now < until && until <= now.addingTimeInterval(RetrySchedule.longest)
  }

  package func pause(because failure: MailFailure, at now: Date) -> Date {
    current.withLockedValue { pause in
      let tries = (pause?.tries ?? 0) + 1
      let until = RetrySchedule.pause(afterTries: tries, at: now)
      pause = Pause(failure: failure, since: pause?.since ?? now, until: until, tries: tries)
      return until
    }
  }

  /// Nobody answered. What holds the whole queue up goes on holding it.
  package func note(_ failure: MailFailure, at now: Date) {
    current.withLockedValue { pause in
      if let until = pause?.until, Self.isAhead(until, of: now) { return }
      pause = Pause(failure: failure, since: pause?.since ?? now, until: nil, tries: pause?.tries ?? 0)
    }
  }

  /// Mail passes again, a server speaks with us, or the host wants it tried at once.
  package func resume() { take(nil) }

  /// Takes over a pause that another node has begun, or ended.
  func take(_ pause: Pause?) {
    current.withLockedValue { $0 = pause }
  }

  package func ring() { for bell in bells { bell.yield() } }
}

extension Services {
  package var outbox: OutboxStatus { fixtures.one { OutboxStatus() } }
}
