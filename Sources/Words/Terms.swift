/// From a text to its terms.
package enum Terms {
  /// The words of a German or English text that carry meaning, in its order, repeats included; no stop words. The language
  /// is guessed from the text's stop words; a text too short for a guess loses the stop words of all languages.
  /// Safe to call from several threads.
  package static func of(_ text: String) -> [Term] {
    let tokens = Tokens.of(text)
    let language = TextLanguage.guess(tokens)
    let meaningful = tokens.filter { !StopWords.contains($0.folded, in: language) }
    return StemmerPool.shared.withStemmers { stemmers in
      meaningful.map { term($0, language, stemmers) }
    }
  }

  private static func term(_ token: Token, _ language: TextLanguage?, _ stemmers: Stemmers) -> Term {
    guard token.isWord else { return Term(shown: token.shown, keys: [token.folded]) }
    let german = "de:" + stemmers.german.stem(GermanSpelling.fold(token.folded, shown: token.shown))
    let english = "en:" + stemmers.english.stem(token.folded)
    return Term(shown: token.shown, keys: language == .english ? [english, german] : [german, english])
  }
}
