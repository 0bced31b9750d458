import NIOCore
import Synchronization

/// One open connection, as the application holds it. What is sent from one place arrives in the order it was sent. Nothing here waits:
/// a peer that doesn't read is disconnected.
package final class WebSocket: Sendable {
  /// The peer's messages.
  package let messages: WebSocketMessages
  let eventLoop: any EventLoop
  let session: NIOLoopBound<WebSocketSession>
  private let end: EventLoopFuture<Void>
  private let ending = Mutex<WebSocketClosing?>(nil)

  init(_ session: NIOLoopBound<WebSocketSession>, messages: WebSocketMessages, channel: any Channel) {
    self.messages = messages
    self.session = session
    eventLoop = channel.eventLoop
    end = channel.closeFuture
  }

  /// How it ended; nil while it is open. There once `messages` have ended.
  package var closing: WebSocketClosing? { ending.withLock { $0 } }

  package var isOpen: Bool { closing == nil }

  package func send(text: String) {
    send(.text(text))
  }

  /// Does nothing when the socket isn't open any more.
  package func send(_ frame: EncodedFrame) {
    guard isOpen else { return }
    eventLoop.execute { [session] in
      session.value.send(frame)
      session.value.flushSoon()
    }
  }

  /// Says goodbye behind what was sent before.
  /// - Parameter reason: is cut to 123 bytes.
  package func close(_ code: CloseCode = .normal, _ reason: String = "") {
    eventLoop.execute { [session] in session.value.close(code, reason) }
  }

  /// Returns when the connection is gone.
  func ended() async {
    try? await end.get()
  }

  /// The first one counts.
  func noteClosing(_ closing: WebSocketClosing) {
    ending.withLock { $0 = $0 ?? closing }
  }
}

extension WebSocket: Hashable {
  package static func == (left: WebSocket, right: WebSocket) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }
}
