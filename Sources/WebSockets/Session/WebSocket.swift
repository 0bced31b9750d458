import NIOCore
import Synchronization

/// One open connection in the hands of the application. Frames sent from one place arrive in order. Nothing here waits:
/// a peer that doesn't read is disconnected.
package final class WebSocket: Sendable {
  /// The peer's messages.
  package let messages: WebSocketMessages
  let eventLoop: any EventLoop
  let session: NIOLoopBound<WebSocketSession>
  private let ending = Mutex<WebSocketClosing?>(nil)

  init(_ session: NIOLoopBound<WebSocketSession>, messages: WebSocketMessages, channel: any Channel) {
    self.messages = messages
    self.session = session
    eventLoop = channel.eventLoop
  }

  /// The way it ended; nil while it is open. Set by the time `messages` end.
  package var closing: WebSocketClosing? { ending.withLock { $0 } }

  package var isOpen: Bool { closing == nil }

  package func send(text: String) {
    send(.text(text))
  }

  /// Does nothing if the socket is no longer open.
  package func send(_ frame: EncodedFrame) {
    guard isOpen else { return }
    eventLoop.execute { [session] in
      session.value.send(frame)
      session.value.flushSoon()
    }
  }

  /// Says goodbye after everything sent before.
  /// - Parameter reason: cut to 123 bytes.
  package func close(_ code: CloseCode = .normal, _ reason: String = "") {
    eventLoop.execute { [session] in session.value.close(code, reason) }
  }

  /// Only the first one counts.
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
