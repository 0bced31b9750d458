/// Style sheets and modules as they are sent: comments that fill lines and indentation are for those who read the code, and more than a
/// third of what would travel. The lines stay, so that a browser's messages name the ones in the files.
enum AssetText {
  static func sent(_ text: String) -> String {
    var isInside = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      let words = line.drop { $0 == " " }
      if !isInside, words.hasPrefix("//") { return "" }
      guard isInside || words.hasPrefix("/*") else { return words }
      isInside = !words.contains("*/")
      return isInside || words.hasSuffix("*/") ? "" : words
    }
    return lines.joined(separator: "\n")
  }

  /// A style sheet, without the spaces that CSS doesn't need either. Texts in quotes stay as they are.
  static func sheet(_ text: String) -> String {
    let parts = sent(text).split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().map { $0.isMultiple(of: 2) ? tight($1) : String($1) }.joined(separator: "\"")
  }

  /// No space beside a brace or behind a semicolon, colon or comma, and no semicolon before a closing brace.
  private static func tight(_ rules: Substring) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rules.utf8.count)
    for byte in rules.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        if let last = bytes.last, marks.contains(last) { continue }
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        if byte == UInt8(ascii: "}"), bytes.last == UInt8(ascii: ";") { bytes.removeLast() }
      default: break
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let marks: Set<UInt8> = Set("{};:,".utf8)
}
