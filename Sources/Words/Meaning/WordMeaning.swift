/// The contribution of a single word to a topic's meaning.
struct WordMeaning {
  /// The word, or a part of a compound, as the table has it.
  struct Reading {
    let weight: Float
    /// One sense, or one for each language that has the word.
    let senses: [Lexicon.Sense]
  }

  /// The word itself, or the parts of a compound.
  let atoms: [MeaningAtom]
  let readings: [Reading]
  /// True if neither the table nor the list knows it or its parts.
  let isStranger: Bool
}
