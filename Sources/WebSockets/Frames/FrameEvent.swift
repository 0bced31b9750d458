import NIOCore

/// The result of a frame.
enum FrameEvent: Equatable {
  case message(WebSocketMessage)
  /// A part of a message that is not complete yet.
  case fragment
  case ping(ByteBuffer)
  case pong
  case close(CloseCode, String)
}
