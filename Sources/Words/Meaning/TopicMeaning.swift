/// A topic made ready for comparison. Only meanings of the same `TopicSpace` can be compared.
package struct TopicMeaning: Sendable {
  /// A smallest part: a word, a part of a compound, or a meaning of the thesaurus.
  struct Atom: Sendable {
    /// Two atoms are the same when they share one.
    let keys: [String]
    /// How much it says, from 0 to 1.
    let weight: Float
  }

  let atoms: [Atom]
  let grams: GramProfile
  /// Of length 1, in the word table's space; empty without a table, and when it knows none of the words.
  let direction: [Float]

  /// Nothing to compare: no word in it.
  package var isEmpty: Bool { grams.grams.isEmpty }
}
