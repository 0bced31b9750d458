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

/// Foreign words that German and English spell with different letters.
enum CognateSpelling {
  /// Writes c, ck and q as k, ph as f, th as t, y as i, z as s, and a doubled letter once: "Fotografie" and "photography"
  /// then begin alike.
  static func fold(_ word: String) -> [UInt8] {
    var letters: [UInt8] = []
    for letter in word.utf8 {
      let last = letters.last
      switch letter {
      case UInt8(ascii: "h") where last == UInt8(ascii: "p"): letters[letters.count - 1] = UInt8(ascii: "f")
      case UInt8(ascii: "h") where last == UInt8(ascii: "t"): break
      default:
        let plain = replacements[letter] ?? letter
        if plain != last { letters.append(plain) }
      }
    }
    return letters
  }

  private static let replacements: [UInt8: UInt8] = [
    UInt8(ascii: "c"): UInt8(ascii: "k"), UInt8(ascii: "q"): UInt8(ascii: "k"), UInt8(ascii: "y"): UInt8(ascii: "i"),
    UInt8(ascii: "z"): UInt8(ascii: "s"),
  ]
}
