import NIOCore

extension WebSocketSession {
  /// Passes a frame to the connection, or keeps it while the peer reads too slowly; at the limit the peer is
  /// disconnected. Droppable frames are dropped long before that.
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

  /// Frames sent within one turn of the loop leave in a single system call.
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

  /// Moves waiting frames into the connection, as many as it accepts.
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
