/// What a single word adds to a topic's meaning.
struct WordMeaning {
  struct WeighedSense {
    let sense: Lexicon.Sense
    let weight: Float
  }

  /// Itself, or the parts of a compound.
  let atoms: [MeaningAtom]
  let senses: [WeighedSense]
  /// Neither the table nor the list knows it or its parts.
  let isStranger: Bool
}
