/// The runs of letters in a phrase, which forgive a typo, an unknown ending, and the other language's spelling of the
/// same foreign word: "Photographie", "Fotografie" and "photography" have most of them in common.
struct GramProfile: Sendable {
  private static let sizes = [3, 4]

  /// Hashes of runs, ascending.
  private(set) var grams: [UInt32] = []
  /// Normalised to length 1.
  private(set) var weights: [Float] = []

  /// - Parameter words: folded.
  init(words: [String]) {
    var counts: [UInt32: Float] = [:]
    for word in words {
      let letters = [UInt8(ascii: "_")] + CognateSpelling.fold(word) + [UInt8(ascii: "_")]
      for size in Self.sizes where letters.count >= size {
        for start in 0...letters.count - size { counts[Self.hash(letters[start..<start + size]), default: 0] += 1 }
      }
    }
    let length = counts.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    for (gram, count) in counts.sorted(by: { $0.key < $1.key }) {
      grams.append(gram)
      weights.append(count / length)
    }
  }

  /// From 0 to 1, for phrases spelled alike.
  func likeness(_ other: GramProfile) -> Float {
    var (mine, theirs, sum) = (0, 0, Float(0))
    while mine < grams.count, theirs < other.grams.count {
      if grams[mine] == other.grams[theirs] {
        sum += weights[mine] * other.weights[theirs]
        mine += 1
        theirs += 1
      } else if grams[mine] < other.grams[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
    }
    return min(1, sum)
  }

  /// FNV-1a.
  private static func hash(_ letters: ArraySlice<UInt8>) -> UInt32 {
    letters.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
