import NIOCore

extension WebSocketSession {
  /// Hands a frame to the connection, or keeps it while the peer reads too slowly; at the limit the peer is disconnected. What may be
  /// dropped is dropped long before that.
  func send(_ frame: EncodedFrame) {
    guard handshake.isOpen else { return }
    if !isWritable { flush() }
    if outbox.isEmpty && isWritable {
      write(frame.bytes)
    } else if frame.isDroppable {
      outbox.appendIfRoomy(frame.bytes)
    } else if !outbox.append(frame.bytes) {
      outbox.removeAll()
      close(.tryAgainLater, "too slow a reader")
    }
  }

  /// What is sent within one turn of the loop leaves in one call of the system.
  func flushSoon() {
    guard isFlushNeeded, !isFlushPlanned, let context else { return }
    isFlushPlanned = true
    context.eventLoop.assumeIsolated().execute {
      self.isFlushPlanned = false
      self.flush()
    }
  }

  func flush() {
    guard isFlushNeeded else { return }
    isFlushNeeded = false
    context?.flush()
  }

  /// Moves what waits into the connection, as far as it goes.
  func drain() {
    while isWritable, let frame = outbox.popFirst() {
      write(frame, isLast: outbox.isEmpty && !handshake.isOpen)
    }
  }

  private func write(_ bytes: ByteBuffer, isLast: Bool = false) {
    guard let context else { return }
    isFlushNeeded = true
    guard isLast else { return context.write(wrapOutboundOut(bytes), promise: nil) }
    let left = context.eventLoop.makePromise(of: Void.self)
    left.futureResult.assumeIsolated().whenSuccess { self.take(self.handshake.sent()) }
    context.write(wrapOutboundOut(bytes), promise: left)
  }
}
