/// What speaks for two topics being the same, each from 0 (nothing) to 1.
package struct Evidence: Sendable, Hashable {
  /// Words, parts of compounds and meanings of the thesaurus in common.
  package let words: Double
  /// Letters in common.
  package let letters: Double
  /// The cosine of their directions, from -1; nil when the word table can't tell.
  package let direction: Double?
  /// How likely one is German and the other English; a half where the word table can't tell.
  package let crossing: Double
  /// They differ by slips of the keyboard only.
  package let isSlip: Bool

  /// A slip leaves at least so many.
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

  /// The share of what both say that both have (Dice), each word counting as much as it says.
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
