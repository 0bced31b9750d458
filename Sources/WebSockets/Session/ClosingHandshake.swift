/// Who has said goodbye to whom (RFC 6455 §7.1). Pure; the session does what a step says.
struct ClosingHandshake {
  enum Step: Equatable {
    case nothing
    case sendClose
    /// Sends nothing more, but listens on: closing at once could reset the connection and take our Close from the peer.
    case endOutput
    case disconnect
  }

  private(set) var isOpen = true
  private var isFailing = false
  private var isSent = false
  private var isReceived = false

  /// Whether what comes in is looked at.
  var isListening: Bool { !isFailing && !isReceived }

  /// We want to end it.
  /// - Parameter isFailing: after a violation. What the peer still says is thrown away then.
  mutating func begin(isFailing: Bool = false) -> Step {
    guard isOpen else { return .nothing }
    isOpen = false
    self.isFailing = isFailing
    return .sendClose
  }

  /// The peer's Close has come.
  mutating func received() -> Step {
    isReceived = true
    guard isOpen else { return isSent ? .disconnect : .nothing }
    isOpen = false
    return .sendClose
  }

  /// Our Close has left, with all that was before it.
  mutating func sent() -> Step {
    isSent = true
    if isReceived { return .disconnect }
    return isFailing ? .endOutput : .nothing
  }
}
