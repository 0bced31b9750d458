/// A topic made ready for comparison. Only meanings of the same `TopicSpace` can be compared.
package struct TopicMeaning: Sendable {
  let atoms: [MeaningAtom]
  let grams: GramProfile
  /// Of length 1, in the word table's space; empty without a table, and when it knows none of the words.
  let direction: [Float]

  /// Nothing to compare: no word in it.
  package var isEmpty: Bool { grams.grams.isEmpty }
}
