import NIOCore

/// What a frame brings.
enum FrameEvent: Equatable {
  case message(WebSocketMessage)
  /// A part of a message that goes on.
  case fragment
  case ping(ByteBuffer)
  case pong
  case close(CloseCode, String)
}
