/// The content of a frame (RFC 6455 §5.2). The other values are reserved.
enum Opcode: UInt8 {
  case continuation = 0
  case text = 1
  case binary = 2
  case close = 8
  case ping = 9
  case pong = 10

  var isControl: Bool { rawValue >= Opcode.close.rawValue }
}
