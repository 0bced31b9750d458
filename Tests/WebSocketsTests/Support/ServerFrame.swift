import NIOCore

/// A frame as sent by the server.
struct ServerFrame: Equatable {
  let opcode: UInt8
  let payload: ByteBuffer

  /// Removes a whole, unmasked frame from the front, if there is one.
  init?(from bytes: inout ByteBuffer) {
    var reader = bytes
    guard let first = reader.readInteger(as: UInt8.self), let short = reader.readInteger(as: UInt8.self),
      let length = Self.length(short, &reader), let payload = reader.readSlice(length: length)
    else { return nil }
    opcode = first & 0x0F
    self.payload = payload
    bytes = reader
  }

  private static func length(_ short: UInt8, _ reader: inout ByteBuffer) -> Int? {
    switch short {
    case 126: reader.readInteger(as: UInt16.self).map(Int.init)
    case 127: reader.readInteger(as: UInt64.self).map(Int.init)
    default: Int(short)
    }
  }

  var text: String? { opcode == 1 ? String(buffer: payload) : nil }

  var isPing: Bool { opcode == 9 }

  var closeCode: UInt16? {
    opcode == 8 ? payload.getInteger(at: payload.readerIndex) : nil
  }
}
