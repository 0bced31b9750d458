/// Turns a text into its terms.
package enum Terms {
  /// The meaningful words of a German or English text, in order, repeats included; no stop words. The language is
  /// guessed from the text's stop words; a text too short for a guess loses the stop words of all languages. Safe to
  /// call from several threads.
  package static func of(_ text: String) -> [Term] {
    StemmerPool.shared.withStemmers { stemmers in
      let words = Tokens.of(text).map { stemmers.word($0) }
      let language = TextLanguage.guess(words)
      return words.filter { !$0.isStopWord(in: language) }.map { $0.term(in: language) }
    }
  }
}
