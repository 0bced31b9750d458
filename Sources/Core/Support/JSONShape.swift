/// The outline of a JSON text (RFC 8259, UTF-8), found in one pass before anything is decoded: decoders try one type after the other and write
/// each failure down with the whole way to it, so that a small text that nests deep costs minutes.
package struct JSONShape {
  /// The deepest nesting of arrays and objects.
  package private(set) var depth = 0
  /// No fewer than the text has values.
  package private(set) var values = 1
  /// False for a text in another encoding, whose marks can't be told from other bytes here.
  package private(set) var isPlain = true
  private var open = 0
  private var isString = false
  private var isEscaped = false

  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  /// True if there is no more of anything; it is read only as far as that holds.
  package static func isWithin(_ bytes: some Sequence<UInt8>, depth: Int, values: Int) -> Bool {
    var shape = JSONShape(EmptyCollection<UInt8>())
    for byte in bytes {
      shape.take(byte)
      guard shape.isPlain, shape.depth <= depth, shape.values <= values else { return false }
    }
    return true
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) {
    if byte == 0 { isPlain = false }
    if isEscaped {
      isEscaped = false
    } else if isString {
      isEscaped = byte == UInt8(ascii: "\\")
      isString = byte != UInt8(ascii: "\"")
    } else {
      takeMark(byte)
    }
  }

  private mutating func takeMark(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): isString = true
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      open += 1
      values += 1
      depth = max(depth, open)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
    case UInt8(ascii: ","): values += 1
    default: break
    }
  }
}
