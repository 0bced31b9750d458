/// Style sheets and modules as sent: indentation and whole-line comments are for readers of the code, and make up more
/// than a third of the bytes. The line breaks stay, so that a browser's messages give the files' own line numbers.
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

  /// A style sheet without the spaces that CSS doesn't need either. Quoted texts stay as they are.
  static func sheet(_ text: String) -> String {
    let parts = sent(text).split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().map { $0.isMultiple(of: 2) ? tight($1) : String($1) }.joined(separator: "\"")
  }

  /// Drops spaces beside a brace or after a semicolon, colon or comma, and the semicolon before a closing brace.
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
