import NIOCore

/// A frame ready to send. Encoded once, it can go to many peers, which share the bytes.
package struct EncodedFrame: Sendable {
  let bytes: ByteBuffer
  /// True if a slow peer may miss it. Others decide how much of it there is, so it must not cost the peer the
  /// connection.
  package var isDroppable = false

  package static func text(_ text: String) -> EncodedFrame {
    EncodedFrame(.text, text.utf8)
  }

  /// Text that already exists as bytes, for instance from a JSON encoder.
  package static func text(utf8: some Collection<UInt8>) -> EncodedFrame {
    EncodedFrame(.text, utf8)
  }

  package static func binary(_ bytes: ByteBuffer) -> EncodedFrame {
    EncodedFrame(.binary, bytes.readableBytesView)
  }

  static let ping = EncodedFrame(.ping, [])

  static func pong(_ payload: ByteBuffer) -> EncodedFrame {
    EncodedFrame(.pong, payload.readableBytesView)
  }

  /// - Parameter reason: cut to the 123 bytes there is room for.
  static func close(_ code: CloseCode, _ reason: String = "") -> EncodedFrame {
    guard code.maySend else { return EncodedFrame(.close, []) }
    var reason = reason
    while reason.utf8.count > 123 { reason.removeLast() }
    return EncodedFrame(.close, [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xFF)] + Array(reason.utf8))
  }

  /// A server's frames are whole and unmasked.
  private init(_ opcode: Opcode, _ payload: some Collection<UInt8>) {
    let count = payload.count
    var bytes = ByteBuffer()
    bytes.reserveCapacity(count + 10)
    bytes.writeInteger(0x80 | opcode.rawValue)
    switch count {
    case ..<126: bytes.writeInteger(UInt8(count))
    case ...0xFFFF: bytes.writeMultipleIntegers(UInt8(126), UInt16(count))
    default: bytes.writeMultipleIntegers(UInt8(127), UInt64(count))
    }
    bytes.writeBytes(payload)
    self.bytes = bytes
  }
}
