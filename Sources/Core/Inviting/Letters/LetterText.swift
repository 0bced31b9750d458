import Foundation

extension Letter {
  /// Plain text, wrapped at 72 characters, with links on lines of their own and one empty line between blocks.
  package var text: String {
    blocks.map(\.text).joined(separator: "\n\n") + "\n"
  }
}

extension Letter.Block {
  /// The block alone, without a final line break.
  package var text: String {
    switch self {
    case .paragraph(let inlines), .footnote(let inlines):
      inlines.map(\.lines).joined(separator: "\n")
    case .quote(let question):
      Letter.wrapped(question, width: 68).map { "    " + $0 }.joined(separator: "\n")
    case .list(let lines):
      lines.map { "- " + Letter.wrapped($0, width: 68).joined(separator: "\n    ") }.joined(separator: "\n")
    case .signature(let lines):
      lines.joined(separator: "\n")
    }
  }
}

extension Letter.Inline {
  fileprivate var lines: String {
    switch self {
    case .text(let text): Letter.wrapped(text, width: 72).joined(separator: "\n")
    case .link(let address): address
    }
  }
}

extension Letter {
  /// Lines of at most `width` characters; a longer word gets a line of its own.
  fileprivate static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in bound(text.split(separator: " ").map(String.init)) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// Words, with a day and its month ("12. November", "12 November") and a time and its unit ("18:30 Uhr") kept together.
  private static func bound(_ words: [String]) -> [String] {
    words.reduce(into: []) { bound, word in
      if let last = bound.last,
        isDay(last) && word.first?.isUppercase ?? false || last.last?.isNumber ?? false && word.hasPrefix("Uhr")
      {
        bound[bound.count - 1] = last + " " + word
      } else {
        bound.append(word)
      }
    }
  }

  private static func isDay(_ word: String) -> Bool {
    let digits = word.hasSuffix(".") ? word.dropLast() : word[...]
    return (1...2).contains(digits.count) && digits.allSatisfy(\.isNumber)
  }
}
