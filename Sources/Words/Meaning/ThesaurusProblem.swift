import Foundation

/// The reason why a typed thesaurus can't be accepted as it is.
package struct ThesaurusProblem: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A term without an equivalent.
    case alone
    /// A term without a word to compare.
    case wordless
    /// A term that is also in an earlier line: it could mean either.
    case repeated(line: Int)
  }

  package let kind: Kind
  /// From 1, empty lines counted.
  package let line: Int
  package let term: String

  /// The first problem; nil if there is none.
  package init?(in text: String) {
    var known: [String: [Known]] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let terms = Thesaurus.terms(line)
      if let problem = Self.problem(terms, line: index + 1, known) {
        self = problem
        return
      }
      for term in terms.map({ Known(words: Terms.of($0), line: index + 1) }) {
        for key in term.words.first?.keys ?? [] { known[key, default: []].append(term) }
      }
    }
    return nil
  }

  /// A term of an earlier line.
  private struct Known {
    let words: [Term]
    let line: Int

    func isSame(as others: [Term]) -> Bool {
      words.count == others.count && zip(words, others).allSatisfy { $0.matches($1) }
    }
  }

  private init(_ kind: Kind, _ line: Int, _ term: String) {
    (self.kind, self.line, self.term) = (kind, line, term)
  }

  private static func problem(_ terms: [String], line: Int, _ known: [String: [Known]]) -> ThesaurusProblem? {
    if let wordless = terms.first(where: { Terms.of($0).isEmpty }) { return Self(.wordless, line, wordless) }
    if terms.count == 1 { return Self(.alone, line, terms[0]) }
    for term in terms {
      let words = Terms.of(term)
      let candidates = words.first?.keys.flatMap { known[$0] ?? [] } ?? []
      if let same = candidates.first(where: { $0.isSame(as: words) }) {
        return Self(.repeated(line: same.line), line, term)
      }
    }
    return nil
  }
}
