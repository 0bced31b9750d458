import Foundation

/// Finds the places where a text names somebody, across a mail's line breaks and in any case.
package struct NameSearch: Sendable {
  /// In the form in which they are compared.
  package let needles: [String]

  /// - Parameter needles: names and addresses; those shorter than three letters are left out, because they occur inside
  ///   other words.
  package init(_ needles: some Sequence<String>) {
    self.needles = Set(needles.map(Self.folded).filter { $0.count > 2 }).sorted()
  }

  package func finds(in text: String) -> Bool {
    let text = Self.folded(text)
    return needles.contains { Self.stands($0, in: text) }
  }

  /// A part of each needle for a database to search by first, since its LIKE and lower() know the case of ASCII only:
  /// the longest run of such letters. It may be empty, and then every text is looked at.
  package var keywords: [String] {
    needles.map { needle in
      let runs = needle.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
      return runs.max { $0.count < $1.count }.map(String.init) ?? ""
    }
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
