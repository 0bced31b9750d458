/// A meaning while its words are being added.
struct MeaningDraft {
  var atoms: [MeaningAtom] = []
  var direction: [Float]

  init(dimensions: Int) {
    direction = [Float](repeating: 0, count: dimensions)
  }

  mutating func add(_ other: [Float]) {
    for index in other.indices { direction[index] += other[index] }
  }

  func meaning(grams: GramProfile) -> TopicMeaning {
    TopicMeaning(atoms: atoms, grams: grams, direction: Self.normalised(direction))
  }

  /// Of length 1; empty for no direction at all.
  private static func normalised(_ direction: [Float]) -> [Float] {
    let length = direction.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? direction.map { $0 / length } : []
  }
}
