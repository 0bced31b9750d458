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
