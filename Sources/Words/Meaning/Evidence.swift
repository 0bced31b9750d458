/// The evidence that two topics are the same, each piece from 0 (none) to 1.
package struct Evidence: Sendable, Hashable {
  /// Words, parts of compounds and meanings of the thesaurus in common.
  package let words: Double
  /// Letters in common.
  package let letters: Double
  /// The cosine of their directions, from -1; nil if the word table can't tell.
  package let direction: Double?
  /// The likelihood that one is German and the other English; a half if the word table can't tell.
  package let crossing: Double
  /// True if they differ only by typos.
  package let isSlip: Bool

  /// A typo leaves at least this much.
  private static let lettersOfSlip = 0.3

  init(_ one: TopicMeaning, _ other: TopicMeaning) {
    words = Self.words(one.atoms, other.atoms)
    letters = Double(one.grams.likeness(other.grams))
    isSlip = letters > Self.lettersOfSlip && Slip.isLikely(one, other)
    let (mine, theirs) = (Double(one.germanness), Double(other.germanness))
    crossing = mine * (1 - theirs) + theirs * (1 - mine)
    direction =
      one.direction.isEmpty || other.direction.isEmpty ? nil : Double(DotProduct.of(one.direction, other.direction))
  }

  /// The share of the content that both have in common (Dice), each word counting by its weight.
  private static func words(_ one: [MeaningAtom], _ other: [MeaningAtom]) -> Double {
    let total = other.reduce(one.reduce(0) { $0 + $1.weight }) { $0 + $1.weight }
    guard total > 0 else { return 0 }
    return Double((shared(one, other) + shared(other, one)) / total)
  }

  private static func shared(_ one: [MeaningAtom], _ other: [MeaningAtom]) -> Float {
    one.reduce(0) { sum, atom in
      other.contains(where: atom.isSame) ? sum + atom.weight : sum
    }
  }
}
