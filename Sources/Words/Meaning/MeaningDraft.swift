/// A meaning while its words are being added.
struct MeaningDraft {
  private let table: WordTable?
  private var atoms: [MeaningAtom] = []
  private var readings: [WordMeaning.Reading] = []
  private var direction: [Float]
  private var hasStranger = false
  private var languages: LanguageShares

  /// - Parameter language: the one that the text's little words betray.
  init(table: WordTable?, language: TextLanguage?) {
    self.table = table
    direction = [Float](repeating: 0, count: table?.dimensions ?? 0)
    languages = LanguageShares(language)
  }

  mutating func add(_ word: WordMeaning) {
    atoms += word.atoms
    readings += word.readings
    hasStranger = hasStranger || word.isStranger
  }

  /// - Parameter meaning: a line of the thesaurus.
  mutating func add(meaning: Int, direction other: [Float]) {
    atoms.append(MeaningAtom(keys: ["=\(meaning)"], weight: 1))
    for index in other.indices { direction[index] += other[index] }
  }

  /// - Parameter words: folded.
  func meaning(words: [String]) -> TopicMeaning {
    var draft = self
    draft.addReadings()
    return TopicMeaning(
      atoms: atoms, grams: GramProfile(words: words), letters: Array(words.joined(separator: " ").utf8),
      isFamiliar: table == nil ? nil : !hasStranger, direction: Self.normalised(draft.direction),
      germanness: draft.languages.germanness)
  }

  /// Words of a single language come first: they show in which sense the others are meant.
  private mutating func addReadings() {
    for reading in readings where reading.senses.count == 1 { languages.add(reading.senses[0], reading.weight) }
    let known = languages
    for reading in readings {
      for (sense, share) in zip(reading.senses, known.shares(of: reading.senses)) {
        table?.add(sense.place, weight: reading.weight * share, to: &direction)
        if reading.senses.count > 1 { languages.add(sense, reading.weight * share) }
      }
    }
  }

  /// Normalised to length 1; empty for no direction at all.
  private static func normalised(_ direction: [Float]) -> [Float] {
    let length = direction.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? direction.map { $0 / length } : []
  }
}
