import NIOCore

/// The head of a client's frame, checked as far as it can be judged alone (RFC 6455 §5.2).
struct FrameHeader {
  let opcode: Opcode
  let isFinal: Bool
  let length: Int
  let mask: UInt32

  /// Removes a header from the front. Nil, with nothing removed, while there are too few bytes.
  static func read(from bytes: inout ByteBuffer) throws(Violation) -> FrameHeader? {
    let start = bytes.readerIndex
    guard let first = bytes.getInteger(at: start, as: UInt8.self) else { return nil }
    let opcode = try opcode(first)
    guard let second = bytes.getInteger(at: start + 1, as: UInt8.self) else { return nil }
    guard second & 0x80 != 0 else { throw Violation(.protocolError, "a client's frames are masked") }
    let isFinal = first & 0x80 != 0
    if opcode.isControl && (!isFinal || second & 0x7F > 125) {
      throw Violation(.protocolError, "control frames are short and whole")
    }
    guard let (length, width) = try length(second & 0x7F, bytes, at: start + 2),
      let mask = bytes.getInteger(at: start + 2 + width, endianness: .little, as: UInt32.self)
    else { return nil }
    bytes.moveReaderIndex(forwardBy: 2 + width + 4)
    return FrameHeader(opcode: opcode, isFinal: isFinal, length: length, mask: mask)
  }

  private static func opcode(_ byte: UInt8) throws(Violation) -> Opcode {
    guard byte & 0x70 == 0 else { throw Violation(.protocolError, "no extension uses the reserved bits") }
    guard let opcode = Opcode(rawValue: byte & 0x0F) else { throw Violation(.protocolError, "unknown opcode") }
    return opcode
  }

  /// The length, and the number of bytes it takes up beyond the seven bits.
  private static func length(
    _ short: UInt8, _ bytes: ByteBuffer, at index: Int
  ) throws(Violation) -> (length: Int, width: Int)? {
    switch short {
    case 126:
      guard let length = bytes.getInteger(at: index, as: UInt16.self) else { return nil }
      guard length > 125 else { throw Violation(.protocolError, "the length has a shorter form") }
      return (Int(length), 2)
    case 127:
      guard let length = bytes.getInteger(at: index, as: UInt64.self) else { return nil }
      guard length > 0xFFFF, length <= UInt64(Int.max) else { throw Violation(.protocolError, "length out of range") }
      return (Int(length), 8)
    default:
      return (Int(short), 0)
    }
  }
}
