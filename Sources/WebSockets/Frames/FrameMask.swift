import NIOCore

/// The key with which a client masks a payload: byte i with byte i mod 4 (RFC 6455 §5.3).
struct FrameMask {
  /// The key twice over, first byte lowest, rotated so that the payload's next byte meets the right one.
  private var key: UInt64

  init(_ key: UInt32) {
    self.key = UInt64(key) << 32 | UInt64(key)
  }

  /// Appends the payload's next bytes unmasked.
  mutating func unmask(_ source: ByteBuffer, into target: inout ByteBuffer) {
    let key = key
    target.writeWithUnsafeMutableBytes(minimumWritableBytes: source.readableBytes) { clear in
      source.withUnsafeReadableBytes { masked in Self.mix(masked, key, into: clear) }
      return source.readableBytes
    }
    turn(source.readableBytes)
  }

  private static func mix(_ source: UnsafeRawBufferPointer, _ key: UInt64, into target: UnsafeMutableRawBufferPointer) {
    let inMemory = key.littleEndian
    var index = 0
    while index + 8 <= source.count {
      let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ inMemory
      target.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < source.count {
      target[index] = source[index] ^ UInt8(truncatingIfNeeded: key >> UInt64(8 * (index & 7)))
      index += 1
    }
  }

  private mutating func turn(_ count: Int) {
    let bits = UInt64(8 * (count & 3))
    key = key >> bits | key << (64 - bits)
  }
}
