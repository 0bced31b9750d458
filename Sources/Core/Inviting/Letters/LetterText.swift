import Foundation

extension Letter {
  /// Plain text, wrapped at 72 characters, links on lines of their own, one empty line between blocks.
  package var text: String {
    blocks.map(\.text).joined(separator: "\n\n") + "\n"
  }
}

extension Letter.Block {
  /// The block alone, without a line break at its end.
  package var text: String {
    switch self {
    case .paragraph(let inlines), .footnote(let inlines):
      inlines.map(\.lines).joined(separator: "\n")
    case .quote(let question):
      Letter.wrapped(question, width: 68).map { "    " + $0 }.joined(separator: "\n")
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
  /// Lines of at most `width` characters; a longer word stands alone on its line.
  fileprivate static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
