import Foundation

/// The encoded words of mail headers (RFC 2047): `=?utf-8?Q?M=C3=BCller?=`.
enum EncodedWords {
  private struct Word {
    let charset: Charset
    let bytes: [UInt8]
    let length: Int
  }

  /// White space between two encoded words is dropped; a character may be split between two of them.
  static func decode(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var output = ""
    var pending: (charset: Charset, bytes: [UInt8])?
    var blanks = ""
    var rest = Substring(text)
    while let character = rest.first {
      if let word = word(at: rest) {
        if let held = pending, held.charset == word.charset {
          pending = (held.charset, held.bytes + word.bytes)
        } else {
          if let held = pending { output += held.charset.decode(held.bytes) } else { output += blanks }
          pending = (word.charset, word.bytes)
        }
        blanks = ""
        rest = rest.dropFirst(word.length)
        continue
      }
      if character.isWhitespace {
        blanks.append(character)
      } else {
        if let held = pending { output += held.charset.decode(held.bytes) }
        pending = nil
        output += blanks + String(character)
        blanks = ""
      }
      rest = rest.dropFirst()
    }
    if let held = pending { output += held.charset.decode(held.bytes) }
    return output + blanks
  }

  private static func word(at text: Substring) -> Word? {
    guard text.hasPrefix("=?") else { return nil }
    let parts = text.dropFirst(2).prefix(1000).split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[3].first == "=", let charset = charset(parts[0]) else { return nil }
    let length = parts[0].count + parts[1].count + parts[2].count + 6
    switch parts[1].uppercased() {
    case "Q":
      return Word(
        charset: charset, bytes: QuotedPrintable.decode(parts[2].utf8, underscoreIsSpace: true), length: length)
    case "B":
      guard let data = Data(base64Encoded: String(parts[2]), options: .ignoreUnknownCharacters) else { return nil }
      return Word(charset: charset, bytes: [UInt8](data), length: length)
    default: return nil
    }
  }

  /// RFC 2231 §5 allows a language to follow: `utf-8*de`.
  private static func charset(_ name: Substring) -> Charset? {
    Charset(named: String(name.prefix { $0 != "*" }))
  }
}
