/// Turns a word into its meaning, and remembers the words it has read, since a list says much with few words.
final class WordReader {
  /// Parts of a compound that the table knows as a whole still contribute to its direction.
  private static let partShare: Float = 0.35
  private static let capacity = 20_000

  private let lexicon: Lexicon
  private let compounds: Compounds
  private var met: [String: WordMeaning] = [:]

  init(lexicon: Lexicon, stemmers: Stemmers) {
    self.lexicon = lexicon
    compounds = Compounds(lexicon: lexicon, stemmers: stemmers)
  }

  func meaning(of term: Term) -> WordMeaning {
    if let known = met[term.shown] { return known }
    let meaning = read(term)
    if met.count >= Self.capacity { met.removeAll(keepingCapacity: true) }
    met[term.shown] = meaning
    return meaning
  }

  private func read(_ term: Term) -> WordMeaning {
    let token = Token(term.shown)
    let folded = GermanSpelling.fold(token.folded, shown: token.shown)
    let parts = compounds.parts(of: folded, keys: term.keys)
    let whole = reading(of: term.keys, share: 1)
    let ofParts = (parts ?? []).compactMap { reading(of: $0, share: whole == nil ? 1 : Self.partShare) }
    return WordMeaning(
      atoms: (parts ?? [term.keys]).map { MeaningAtom(keys: $0, weight: lexicon.weight(of: $0)) },
      readings: (whole.map { [$0] } ?? []) + ofParts, isStranger: whole == nil && parts == nil)
  }

  private func reading(of keys: [String], share: Float) -> WordMeaning.Reading? {
    let senses = lexicon.senses(of: keys)
    return senses.isEmpty ? nil : WordMeaning.Reading(weight: lexicon.weight(of: keys) * share, senses: senses)
  }
}
