import NIOCore

/// What a peer says, put together from its frames.
package enum WebSocketMessage: Equatable, Sendable {
  case text(String)
  case binary(ByteBuffer)
}
