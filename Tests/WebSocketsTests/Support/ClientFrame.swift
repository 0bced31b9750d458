@testable import WebSockets

/// A frame as sent by a client, right or wrong.
struct ClientFrame {
  var opcode: UInt8
  var payload: [UInt8] = []
  var isFinal = true
  var reserved: UInt8 = 0
  var mask: [UInt8]? = [0x37, 0xFA, 0x21, 0x3D]
  /// The length stated in the header, if it isn't the true one.
  var claimedLength: UInt64?

  static func text(_ text: String) -> ClientFrame { ClientFrame(opcode: 1, payload: Array(text.utf8)) }

  static func binary(_ count: Int) -> ClientFrame { ClientFrame(opcode: 2, payload: Array(repeating: 7, count: count)) }

  static func ping(_ text: String) -> ClientFrame { ClientFrame(opcode: 9, payload: Array(text.utf8)) }

  static func close(_ code: UInt16, _ reason: String = "") -> ClientFrame {
    ClientFrame(opcode: 8, payload: [UInt8(code >> 8), UInt8(code & 0xFF)] + Array(reason.utf8))
  }

  var bytes: [UInt8] {
    let first = (isFinal ? 0x80 : 0) | reserved << 4 | opcode
    let length = claimedLength ?? UInt64(payload.count)
    let masked = mask.map { mask in payload.enumerated().map { $1 ^ mask[$0 % 4] } } ?? payload
    return [first] + lengthBytes(length) + (mask ?? []) + masked
  }

  private func lengthBytes(_ length: UInt64) -> [UInt8] {
    let bit: UInt8 = mask == nil ? 0 : 0x80
    switch length {
    case ..<126: return [bit | UInt8(length)]
    case ...0xFFFF: return [bit | 126] + bigEndian(length, 2)
    default: return [bit | 127] + bigEndian(length, 8)
    }
  }

  private func bigEndian(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }
}
