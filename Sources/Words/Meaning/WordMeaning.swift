/// What a single word adds to a topic's meaning.
struct WordMeaning {
  /// The word, or a part of a compound, as the table knows it.
  struct Reading {
    let weight: Float
    /// One, or one for each language that has the word.
    let senses: [Lexicon.Sense]
  }

  /// Itself, or the parts of a compound.
  let atoms: [MeaningAtom]
  let readings: [Reading]
  /// Neither the table nor the list knows it or its parts.
  let isStranger: Bool
}
