import Synchronization

/// Lets any thread ask for the current step to be abandoned, because the program is stopping.
final class StopSwitch: Sendable {
  private let thrownAt = Mutex<ContinuousClock.Instant?>(nil)
  /// The time for which a server that may be accepting a mail can still say so: abandoning it earlier would mean
  /// sending a copy later.
  private static let grace = Duration.seconds(7)

  func flip() {
    thrownAt.withLock { $0 = $0 ?? .now }
  }

  var isFlipped: Bool { thrownAt.withLock { $0 != nil } }

  /// True if a step must be abandoned now.
  func ends(_ step: SMTPStep) -> Bool {
    guard let thrownAt = thrownAt.withLock({ $0 }) else { return false }
    return step != .acceptance || .now >= thrownAt.advanced(by: Self.grace)
  }
}
