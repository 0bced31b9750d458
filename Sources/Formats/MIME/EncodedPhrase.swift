import Foundation

/// Text beyond ASCII in a mail's header, in encoded words of at most 75 characters (RFC 2047 §2), each on a line of its
/// own. GMime makes longer words of long names in scripts without spaces, and servers may refuse those.
struct EncodedPhrase {
  /// Bytes of one word: 45 become 60 characters of base64, and `=?utf-8?B?` and `?=` add twelve.
  private static let wordBytes = 45

  private let text: String

  init(_ text: String) { self.text = text }

  /// Already folded.
  var encoded: String {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > Self.wordBytes { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?" + Data($0).base64EncodedString() + "?=" }.joined(separator: "\r\n ")
  }

  /// True if a written header has a word that is too long.
  static func isTooLong(_ header: String) -> Bool {
    header.split { $0.isWhitespace }.contains { $0.hasPrefix("=?") && $0.utf8.count > 75 }
  }
}
