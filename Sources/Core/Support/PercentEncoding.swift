extension String {
  /// The text with everything but letters, digits and `-._~` as `%XX` of its UTF-8 (RFC 3986 §2.1 and §2.3). It is safe
  /// in every part of an address, and in a form.
  package var percentEncoded: String {
    utf8.reduce(into: "") { text, byte in
      if Self.isUnreserved(byte) {
        text.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }
}

extension Sequence<(String, String)> {
  /// `name=value&…`, as in the query of an address and in a form that is posted.
  package var formText: String { map { "\($0.percentEncoded)=\($1.percentEncoded)" }.joined(separator: "&") }
}
