/// The state of the mutual goodbyes (RFC 6455 §7.1). Pure; the session performs the steps.
struct ClosingHandshake {
  enum Step: Equatable {
    case nothing
    case sendClose
    /// Stops sending, but keeps listening: closing at once could reset the connection and lose our Close before the
    /// peer has read it.
    case endOutput
    case disconnect
  }

  private(set) var isOpen = true
  private var isFailing = false
  private var isSent = false
  private var isReceived = false

  /// True while incoming frames are looked at.
  var isListening: Bool { !isFailing && !isReceived }

  /// Our side wants to end it.
  /// - Parameter isFailing: true after a violation. Anything more from the peer is then thrown away.
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

  /// Our Close has been sent, with everything before it.
  mutating func sent() -> Step {
    isSent = true
    if isReceived { return .disconnect }
    return isFailing ? .endOutput : .nothing
  }
}
