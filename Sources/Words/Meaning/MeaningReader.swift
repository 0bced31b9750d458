/// From texts to their meanings.
struct MeaningReader {
  private let lexicon: Lexicon
  private let synonyms: Synonyms?
  private let stemmers: Stemmers
  private let words: WordReader

  init(lexicon: Lexicon, synonyms: Synonyms?, stemmers: Stemmers) {
    self.lexicon = lexicon
    self.synonyms = synonyms
    self.stemmers = stemmers
    words = WordReader(lexicon: lexicon, stemmers: stemmers)
  }

  func meaning(of text: String) -> TopicMeaning {
    let terms = terms(of: text)
    var draft = MeaningDraft(table: lexicon.table)
    var rest = terms[...]
    while let term = rest.first {
      if let synonyms, let match = synonyms.match(rest) {
        draft.add(meaning: match.meaning, direction: synonyms.directions[match.meaning])
        rest = rest.dropFirst(match.length)
      } else {
        draft.add(words.meaning(of: term))
        rest = rest.dropFirst()
      }
    }
    return draft.meaning(words: terms.map { Token($0.shown).folded })
  }

  /// Of a text of stop words alone ("The Who"), those.
  private func terms(of text: String) -> [Term] {
    let terms = Terms.of(text)
    return terms.isEmpty ? Tokens.of(text).map { stemmers.word($0).term(in: nil) } : terms
  }
}
