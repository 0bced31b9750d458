/// A topic prepared for comparison. Only meanings of the same `TopicSpace` can be compared.
package struct TopicMeaning: Sendable {
  let atoms: [MeaningAtom]
  let grams: GramProfile
  /// The letters of its words, folded.
  let letters: [UInt8]
  /// True if the word table knows all of its words; nil without a table.
  let isFamiliar: Bool?
  /// Normalised to length 1, in the word table's space; empty without a table, and if it knows none of the words.
  let direction: [Float]
  /// The German share as opposed to the English one, from 0 to 1; a half if the word table can't tell.
  let germanness: Float

  /// True if there is nothing to compare: no word in it.
  package var isEmpty: Bool { grams.grams.isEmpty }
}
