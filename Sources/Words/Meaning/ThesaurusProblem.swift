import Foundation

/// Why a thesaurus that somebody typed can't be taken as it is.
package struct ThesaurusProblem: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A term to which nothing is said to be equivalent.
    case alone
    /// A term without a word that could be compared.
    case wordless
    /// A term that stands in an earlier line, too: which of the two would it mean?
    case repeated(line: Int)
  }

  package let kind: Kind
  /// From 1, empty lines counted.
  package let line: Int
  package let term: String

  /// The first one; nil when there is none.
  package init?(in text: String) {
    var lines: [[[String]]: Int] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let terms = Thesaurus.terms(line)
      if let problem = Self.problem(terms, line: index + 1, lines) {
        self = problem
        return
      }
      for term in terms { lines[Self.key(term)] = index + 1 }
    }
    return nil
  }

  private init(_ kind: Kind, _ line: Int, _ term: String) {
    (self.kind, self.line, self.term) = (kind, line, term)
  }

  private static func problem(_ terms: [String], line: Int, _ lines: [[[String]]: Int]) -> ThesaurusProblem? {
    if let wordless = terms.first(where: { Terms.of($0).isEmpty }) { return Self(.wordless, line, wordless) }
    if terms.count == 1 { return Self(.alone, line, terms[0]) }
    for term in terms {
      if let other = lines[key(term)] { return Self(.repeated(line: other), line, term) }
    }
    return nil
  }

  /// Whatever the endings, and the language that the words are taken for.
  private static func key(_ term: String) -> [[String]] { Terms.of(term).map { $0.keys.sorted() } }
}
