/// Turns texts into their meanings.
struct MeaningReader {
  private let lexicon: Lexicon
  private let synonyms: Synonyms?
  private let stemmers: Stemmers
  private let wordReader: WordReader

  init(lexicon: Lexicon, synonyms: Synonyms?, stemmers: Stemmers) {
    self.lexicon = lexicon
    self.synonyms = synonyms
    self.stemmers = stemmers
    wordReader = WordReader(lexicon: lexicon, stemmers: stemmers)
  }

  func meaning(of text: String) -> TopicMeaning {
    let words = Tokens.of(text).map { stemmers.word($0) }
    let language = TextLanguage.guess(words)
    let terms = terms(words, in: language)
    var draft = MeaningDraft(table: lexicon.table, language: language)
    var rest = terms[...]
    while let term = rest.first {
      if let synonyms, let match = synonyms.match(rest) {
        draft.add(meaning: match.meaning, direction: synonyms.directions[match.meaning])
        rest = rest.dropFirst(match.length)
      } else {
        draft.add(wordReader.meaning(of: term))
        rest = rest.dropFirst()
      }
    }
    return draft.meaning(words: terms.map { Token($0.shown).folded })
  }

  /// Leaves out stop words, unless there is nothing else ("The Who").
  private func terms(_ words: [Word], in language: TextLanguage?) -> [Term] {
    let telling = words.filter { !$0.isStopWord(in: language) }
    return (telling.isEmpty ? words : telling).map { $0.term(in: language) }
  }
}
