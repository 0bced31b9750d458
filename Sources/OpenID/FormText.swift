/// Names and values as a form sends them (WHATWG URL §5.2), strict enough for a query, too.
struct FormText {
  let text: String

  init(_ pairs: [(String, String)]) {
    text = pairs.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")
  }

  static func encoded(_ value: String) -> String {
    value.utf8.reduce(into: "") { text, byte in
      if isPlain(byte) {
        text.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  /// RFC 3986 §2.3.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }
}
