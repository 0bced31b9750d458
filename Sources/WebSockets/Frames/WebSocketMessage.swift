import NIOCore

/// A peer's message, assembled from its frames.
package enum WebSocketMessage: Equatable, Sendable {
  case text(String)
  case binary(ByteBuffer)
}
