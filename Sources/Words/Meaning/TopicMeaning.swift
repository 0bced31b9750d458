/// A topic made ready for comparison. Only meanings of the same `TopicSpace` can be compared.
package struct TopicMeaning: Sendable {
  let atoms: [MeaningAtom]
  let grams: GramProfile
  /// Of its words, folded.
  let letters: [UInt8]
  /// Whether the word table knows all of its words; nil without a table.
  let isFamiliar: Bool?
  /// Of length 1, in the word table's space; empty without a table, and when it knows none of the words.
  let direction: [Float]
  /// How much of it is German rather than English, from 0 to 1; a half where the word table can't tell.
  let germanness: Float

  /// Nothing to compare: no word in it.
  package var isEmpty: Bool { grams.grams.isEmpty }
}
