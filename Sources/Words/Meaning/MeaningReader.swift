/// From a text to its meaning.
struct MeaningReader {
  /// Parts of a compound that the table knows as a whole still add to its direction.
  private static let partShare: Float = 0.35

  let lexicon: Lexicon
  let synonyms: Synonyms?
  let stemmers: Stemmers

  func meaning(of text: String) -> TopicMeaning {
    let terms = terms(of: text)
    var draft = MeaningDraft(dimensions: lexicon.table?.dimensions ?? 0)
    var rest = terms[...]
    while let term = rest.first {
      if let match = synonyms?.match(rest) {
        add(match, to: &draft)
        rest = rest.dropFirst(match.length)
      } else {
        add(term, to: &draft)
        rest = rest.dropFirst()
      }
    }
    return draft.meaning(grams: GramProfile(words: terms.map { Token($0.shown).folded }))
  }

  /// Of a text of stop words alone ("The Who"), those.
  private func terms(of text: String) -> [Term] {
    let terms = Terms.of(text)
    return terms.isEmpty ? Tokens.of(text).map { stemmers.word($0).term(in: nil) } : terms
  }

  private func add(_ match: Synonyms.Match, to draft: inout MeaningDraft) {
    draft.atoms.append(MeaningAtom(keys: ["=\(match.meaning)"], weight: 1))
    draft.add(synonyms?.directions[match.meaning] ?? [])
  }

  private func add(_ term: Term, to draft: inout MeaningDraft) {
    let token = Token(term.shown)
    let folded = GermanSpelling.fold(token.folded, shown: token.shown)
    let parts = Compounds(lexicon: lexicon, stemmers: stemmers).parts(of: folded, keys: term.keys)
    let atoms = (parts ?? [term.keys]).map { MeaningAtom(keys: $0, weight: lexicon.weight(of: $0)) }
    draft.atoms += atoms
    let places = lexicon.places(of: term.keys)
    add(places, weight: lexicon.weight(of: term.keys), to: &draft)
    if let parts {
      let share = places.isEmpty ? 1 : Self.partShare
      for (keys, atom) in zip(parts, atoms) {
        add(lexicon.places(of: keys), weight: atom.weight * share, to: &draft)
      }
    }
  }

  private func add(_ places: [(place: Int, share: Float)], weight: Float, to draft: inout MeaningDraft) {
    for (place, share) in places { lexicon.table?.add(place, weight: weight * share, to: &draft.direction) }
  }
}
