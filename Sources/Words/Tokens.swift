/// Cutting a text into words.
enum Tokens {
  /// Runs of letters and digits of any script. "C++", "C#", "F#" and ".NET" stay whole; an apostrophe, a hyphen, a
  /// slash or a dot inside a word splits it. A single letter counts only if it is a capital that names a language: "C",
  /// "R".
  static func of(_ text: String) -> [Substring] {
    var tokens: [Substring] = []
    let scalars = text.unicodeScalars
    var position = scalars.startIndex
    while let range = nextWord(in: scalars, from: position) {
      let word = withSymbols(range, in: scalars)
      position = word.upperBound
      let token = text[word]
      if counts(token) { tokens.append(token) }
    }
    return tokens
  }

  private static func nextWord(
    in scalars: String.UnicodeScalarView, from position: String.Index
  ) -> Range<String.Index>? {
    guard let start = scalars[position...].firstIndex(where: isWordScalar) else { return nil }
    let end = scalars[start...].firstIndex { !isWordScalar($0) } ?? scalars.endIndex
    return start..<end
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case ..<0x80: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  /// The word with the signs that are part of a technology's name.
  private static func withSymbols(
    _ word: Range<String.Index>, in scalars: String.UnicodeScalarView
  ) -> Range<String.Index> {
    let rest = scalars[word.upperBound...]
    if scalars[word].count <= 2 {
      if rest.starts(with: "++".unicodeScalars) { return word.lowerBound..<scalars.index(word.upperBound, offsetBy: 2) }
      if rest.first == "#" { return word.lowerBound..<scalars.index(after: word.upperBound) }
    }
    return isDotNet(word, in: scalars) ? scalars.index(before: word.lowerBound)..<word.upperBound : word
  }

  private static func isDotNet(_ word: Range<String.Index>, in scalars: String.UnicodeScalarView) -> Bool {
    let before = scalars[..<word.lowerBound]
    guard before.last == ".", String(scalars[word]).lowercased() == "net" else { return false }
    return before.dropLast().last.map { !isWordScalar($0) } ?? true
  }

  private static func counts(_ word: Substring) -> Bool {
    word.unicodeScalars.count > 1 || word == "C" || word == "R" || word.first?.isNumber == true
      || word.unicodeScalars.first.map { $0.value > 0x2E7F } ?? false
  }
}
