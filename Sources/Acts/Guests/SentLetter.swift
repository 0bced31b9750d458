import Core
import Foundation

extension Letter {
  /// Reads a letter back from the plain text that was sent, as `text` writes it: blocks between empty lines, the question
  /// indented, links on lines of their own, signature and small print at the end.
  package init(subject: String, sentText: String) {
    let lines = sentText.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    let pieces = lines.split(whereSeparator: \.isEmpty)
    let blocks = pieces.enumerated().map { index, piece in
      Block(sentLines: piece.map { String(Substring($0)) }, fromTheEnd: pieces.count - 1 - index)
    }
    self.init(subject: subject, blocks: blocks)
  }
}

extension Letter.Block {
  /// - Parameter fromTheEnd: the number of blocks that follow.
  fileprivate init(sentLines lines: [String], fromTheEnd: Int) {
    if lines.allSatisfy({ $0.hasPrefix("    ") }) {
      self = .quote(lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " "))
    } else if fromTheEnd == 1 {
      self = .signature(lines)
    } else if fromTheEnd == 0 {
      self = .footnote(Letter.Inline.inlines(lines))
    } else {
      self = .paragraph(Letter.Inline.inlines(lines))
    }
  }
}

extension Letter.Inline {
  fileprivate static func inlines(_ lines: [String]) -> [Letter.Inline] {
    lines.reduce(into: []) { inlines, line in
      if isLink(line) {
        inlines.append(.link(line))
      } else if case .text(let before) = inlines.last {
        inlines[inlines.count - 1] = .text(before + " " + line)
      } else {
        inlines.append(.text(line))
      }
    }
  }

  /// A line without blanks that is an address; the placeholders of links are addresses too.
  private static func isLink(_ line: String) -> Bool {
    !line.contains(" ") && (line.hasPrefix("https://") || line.hasPrefix("http://"))
  }
}
