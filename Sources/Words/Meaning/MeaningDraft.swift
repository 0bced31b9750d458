/// A meaning while its words are being added.
struct MeaningDraft {
  private let table: WordTable?
  private var atoms: [MeaningAtom] = []
  private var direction: [Float]
  private var hasStranger = false
  private var german: Float = 0
  private var english: Float = 0

  init(table: WordTable?) {
    self.table = table
    direction = [Float](repeating: 0, count: table?.dimensions ?? 0)
  }

  mutating func add(_ word: WordMeaning) {
    atoms += word.atoms
    hasStranger = hasStranger || word.isStranger
    for weighed in word.senses {
      table?.add(weighed.sense.place, weight: weighed.weight, to: &direction)
      if weighed.sense.isGerman { german += weighed.weight } else { english += weighed.weight }
    }
  }

  /// - Parameter meaning: a line of the thesaurus.
  mutating func add(meaning: Int, direction other: [Float]) {
    atoms.append(MeaningAtom(keys: ["=\(meaning)"], weight: 1))
    for index in other.indices { direction[index] += other[index] }
  }

  /// - Parameter words: folded.
  func meaning(words: [String]) -> TopicMeaning {
    TopicMeaning(
      atoms: atoms, grams: GramProfile(words: words), letters: Array(words.joined(separator: " ").utf8),
      isFamiliar: table == nil ? nil : !hasStranger, direction: Self.normalised(direction),
      germanness: german + english > 0 ? german / (german + english) : 0.5)
  }

  /// Of length 1; empty for no direction at all.
  private static func normalised(_ direction: [Float]) -> [Float] {
    let length = direction.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? direction.map { $0 / length } : []
  }
}
