import Foundation
import Names

/// Finds the places where a text names somebody, across a mail's line breaks and in any case.
package struct NameSearch: Sendable {
  /// In the form in which they are compared, names without titles and degrees.
  package let needles: [String]
  /// The words of each name that has several, by `NameLikeness`.
  private let names: [Set<String>]

  /// - Parameter needles: names and addresses; those shorter than three letters are left out, because they occur inside
  ///   other words.
  package init(_ needles: some Sequence<String>) {
    let bare = needles.map(Self.bare)
    self.needles = Set(bare.map(Self.folded).filter { $0.count > 2 }).sorted()
    names = bare.filter { !$0.contains("@") }.map { Set(NameLikeness.bareWords(of: $0)) }.filter { $0.count > 1 }
  }

  package func finds(in text: String) -> Bool {
    let text = Self.folded(text)
    return needles.contains { Self.stands($0, in: text) }
  }

  /// True if a row of a table, a line of a list, a sender's name or the name of a file is about somebody. There the
  /// words of a name stand in any order and in cells of their own, and umlauts may be written out.
  package func finds(inRow cells: [String]) -> Bool {
    if finds(in: cells.joined(separator: "\n")) { return true }
    let words = Set(cells.flatMap(NameLikeness.bareWords))
    return names.contains { $0.isSubset(of: words) }
  }

  /// A part of each needle for a database to search by first, since its LIKE and lower() know the case of ASCII only:
  /// the longest run of such letters that no other spelling of an umlaut changes. It may be empty, and then every text
  /// is looked at.
  package var keywords: [String] {
    needles.map { needle in
      let plain = needle.replacing(#/[aou]e|ss/#, with: " ")
      let runs = plain.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
      return runs.max { $0.count < $1.count }.map(String.init) ?? ""
    }
  }

  private static func bare(_ needle: String) -> String {
    if needle.contains("@") { return needle }
    let name = PersonName(needle).bare
    return name.isEmpty ? needle : name
  }

  private static func folded(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// As whole words: “Ann Lee” is not in “Joann Leeds”.
  private static func stands(_ needle: String, in text: String) -> Bool {
    var rest = text[...]
    while let found = rest.range(of: needle) {
      let before = found.lowerBound == text.startIndex ? nil : text[text.index(before: found.lowerBound)]
      let after = found.upperBound == text.endIndex ? nil : text[found.upperBound]
      if ![before, after].contains(where: { $0.map { $0.isLetter || $0.isNumber } ?? false }) { return true }
      rest = text[text.index(after: found.lowerBound)...]
    }
    return false
  }
}
