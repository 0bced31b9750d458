import Synchronization

/// Asks from any thread that the step in flight be given up, because the program ends.
final class StopSwitch: Sendable {
  private let thrownAt = Mutex<ContinuousClock.Instant?>(nil)
  /// How long a server that may just be taking a mail can still say so: giving up earlier would send a copy later.
  private static let grace = Duration.seconds(7)

  func flip() {
    thrownAt.withLock { $0 = $0 ?? .now }
  }

  var isFlipped: Bool { thrownAt.withLock { $0 != nil } }

  /// Whether a step must be given up now.
  func ends(_ step: SMTPStep) -> Bool {
    guard let thrownAt = thrownAt.withLock({ $0 }) else { return false }
    return step != .acceptance || .now >= thrownAt.advanced(by: Self.grace)
  }
}
