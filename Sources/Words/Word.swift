/// A word alone: the facts known about it without the text around it.
struct Word: Sendable {
  /// The languages in which it is a stop word without a meaning in another language.
  let betrays: Set<TextLanguage>
  /// The languages in whose texts it is a stop word.
  private let stopsIn: Set<TextLanguage>
  /// With the German stem first; in `english` the English one is first.
  private let german: Term
  private let english: Term

  init(_ token: Token, _ stemmers: Stemmers) {
    betrays = Set(TextLanguage.allCases.filter { StopWords.betrays(token.folded, $0) })
    stopsIn = Set(TextLanguage.allCases.filter { StopWords.contains(token.folded, in: $0) })
    let keys = token.isWord ? Self.stems(token, stemmers) : [token.folded]
    german = Term(shown: token.shown, keys: keys)
    english = Term(shown: token.shown, keys: keys.reversed())
  }

  /// - Parameter language: nil if the text's language isn't known.
  func isStopWord(in language: TextLanguage?) -> Bool {
    language.map(stopsIn.contains) ?? !betrays.isEmpty
  }

  func term(in language: TextLanguage?) -> Term {
    language == .english ? english : german
  }

  private static func stems(_ token: Token, _ stemmers: Stemmers) -> [String] {
    [
      "de:" + stemmers.german.stem(GermanSpelling.fold(token.folded, shown: token.shown)),
      "en:" + stemmers.english.stem(token.folded),
    ]
  }
}
