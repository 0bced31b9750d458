import NIOCore

extension WebSocketSession {
  func close(_ code: CloseCode, _ reason: String) {
    close(WebSocketClosing(code: code, reason: reason, isByPeer: false), handshake.begin())
  }

  func fail(_ violation: Violation) {
    let closing = WebSocketClosing(code: violation.code, reason: violation.reason, isByPeer: false)
    close(closing, handshake.begin(isFailing: true))
  }

  func peerClosed(_ code: CloseCode, _ reason: String) {
    close(WebSocketClosing(code: code, reason: reason, isByPeer: true), handshake.received())
  }

  func take(_ step: ClosingHandshake.Step) {
    switch step {
    case .endOutput: context?.close(mode: .output, promise: nil)
    case .disconnect: context?.close(promise: nil)
    case .nothing, .sendClose: break
    }
  }

  /// From here on only waiting frames are sent, followed by a Close.
  private func close(_ closing: WebSocketClosing, _ step: ClosingHandshake.Step) {
    guard step == .sendClose else { return take(step) }
    socket?.noteClosing(closing)
    source?.finish()
    outbox.appendLast(EncodedFrame.close(closing.code, closing.isByPeer ? "" : closing.reason).bytes)
    drain()
    flush()
    resumeReading()
    plan(in: options.closeDeadline) { $0.context?.close(promise: nil) }
  }

  /// The connection is gone.
  func end() {
    timer?.cancel()
    timer = nil
    socket?.noteClosing(WebSocketClosing(code: .abnormal, reason: "", isByPeer: true))
    source?.finish()
    outbox.removeAll()
    source = nil
    socket = nil
    context = nil
  }
}
