import NIOCore

extension WebSocketSession {
  /// A peer that left silently looks like one that has nothing to say, so it is pinged now and then.
  func planPing(in delay: Duration) {
    plan(in: delay) { session in
      session.send(.ping)
      session.flush()
      let pingedAt = NIODeadline.now()
      session.plan(in: session.options.pongDeadline) { $0.judge(pingedAt) }
    }
  }

  /// Ends it without a Close, which the peer wouldn't get: should it come back, it sees a broken connection. A peer
  /// that we don't listen to is excused.
  private func judge(_ pingedAt: NIODeadline) {
    guard heardAt >= pingedAt || !isReading else {
      context?.close(promise: nil)
      return
    }
    planPing(in: max(.zero, options.heartbeat - options.pongDeadline))
  }

  /// Keeps one plan at a time: the next ping, its judgement, or the end of the closing handshake. It holds the session,
  /// and ends with it: a weak reference would slow down all the others.
  func plan(in delay: Duration, _ act: @escaping (WebSocketSession) -> Void) {
    timer?.cancel()
    timer = context?.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(delay)) { act(self) }
  }
}
