import Foundation

/// A text as the rubric sees it.
struct RubricText {
  let line: String
  /// Lower case, typographic apostrophes straightened.
  let plain: String
  /// Lower case, without punctuation.
  let words: [String]
  /// The words as written, for quoting.
  private let spoken: [String]

  init(_ line: String) {
    self.line = line
    plain = line.lowercased().replacing("’", with: "'")
    words = Self.words(of: plain)
    spoken = Self.words(of: line.replacing("’", with: "'"))
  }

  /// True if a word or a group of words occurs, whole; a trailing `*` stands for any ending.
  func contains(_ pattern: String) -> Bool { position(of: pattern) != nil }

  /// The words in the text, as written, that match the first of the patterns that occurs.
  func first(of patterns: [String]) -> String? {
    let hits = patterns.compactMap { pattern in
      position(of: pattern).map { ($0, pattern.split(separator: " ").count) }
    }
    guard let (start, count) = hits.min(by: { $0.0 < $1.0 }) else { return nil }
    let found = spoken.count == words.count ? spoken : words
    return found[start..<start + count].joined(separator: " ")
  }

  private func position(of pattern: String) -> Int? {
    let parts = pattern.split(separator: " ").map(String.init)
    guard !parts.isEmpty, words.count >= parts.count else { return nil }
    return (0...words.count - parts.count).first { start in
      zip(parts, words[start...]).allSatisfy(Self.matches)
    }
  }

  private static func matches(_ pattern: String, _ word: String) -> Bool {
    pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : word == pattern
  }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }.map(String.init)
  }
}
