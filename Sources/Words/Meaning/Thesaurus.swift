import Foundation

/// A host's list of terms that mean the same: lines of equivalent terms, each of one or more words, in any language.
package struct Thesaurus: Sendable, Hashable {
  /// The terms of a line mean the same. A term in two lines counts for the first.
  package let lines: [[String]]

  package init(lines: [[String]] = []) {
    self.lines = lines
  }

  /// - Parameter text: a line per meaning, with its terms separated by "=", ";" or ",": `KI = AI = künstliche
  ///   Intelligenz`. A line with a single term says nothing and is skipped; so is anything after "#".
  package init(_ text: String) {
    self.init(lines: text.split(whereSeparator: \.isNewline).map(Self.terms).filter { $0.count > 1 })
  }

  static func terms(_ line: Substring) -> [String] {
    line.prefix { $0 != "#" }
      .split { "=;,".contains($0) }
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
