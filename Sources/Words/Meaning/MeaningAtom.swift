/// An elementary part of a topic's meaning: a word, a part of a compound, or a meaning of the thesaurus.
struct MeaningAtom: Sendable {
  /// Hashes of its first and its last key: the German and the English stem, or the same one twice.
  let german: UInt64
  let english: UInt64
  /// Its weight, from 0 to 1.
  let weight: Float

  /// - Parameter keys: as in `Term.keys`, in any order.
  init(keys: [String], weight: Float) {
    let hashes = keys.sorted().map(Self.hash)
    german = hashes.first ?? 0
    english = hashes.last ?? 0
    self.weight = weight
  }

  func isSame(as other: MeaningAtom) -> Bool {
    german == other.german || english == other.english
  }

  /// FNV-1a.
  private static func hash(_ key: String) -> UInt64 {
    key.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
