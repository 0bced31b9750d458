/// German spellings of an umlaut without its dots.
enum GermanSpelling {
  /// Folds "ue" to "u", just as "ü" was folded, and likewise "ae" and "oe", so that "Muenchen" and "München" meet. Not
  /// after a vowel or q, where the e is a letter in its own right: "Frauen", "neue", "Quelle". A text with umlauts uses
  /// them, so a word that has one is left as it is.
  static func fold(_ folded: String, shown: String) -> String {
    guard folded.utf8.contains(UInt8(ascii: "e")), shown.utf8.allSatisfy({ $0 < 0x80 }) else { return folded }
    var bytes: [UInt8] = []
    for byte in folded.utf8 where !(byte == UInt8(ascii: "e") && endsInWrittenOutUmlaut(bytes)) { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func endsInWrittenOutUmlaut(_ bytes: [UInt8]) -> Bool {
    guard let last = bytes.last, bases.contains(last) else { return false }
    return bytes.count < 2 || !guards.contains(bytes[bytes.count - 2])
  }

  private static let bases = Set("aou".utf8)
  private static let guards = Set("aeiouq".utf8)
}
