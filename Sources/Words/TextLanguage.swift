/// The language of a text, as far as its little words betray it.
enum TextLanguage: Sendable, CaseIterable {
  case german, english, french

  /// The language with the most stop words in the text; nil if there are none, or two languages tie.
  static func guess(_ words: [Word]) -> TextLanguage? {
    let counts = allCases.map { language in
      (language, words.count { $0.betrays.contains(language) })
    }
    let best = counts.max { $0.1 < $1.1 }
    guard let best, best.1 > 0, counts.count(where: { $0.1 == best.1 }) == 1 else { return nil }
    return best.0
  }
}
