/// Measures how well text fits the alphabets of languages: whether each word with letters beyond ASCII could be a word
/// of one of them. Read in a wrong encoding, words get letters that no language combines, capitals inside, or marks.
enum LetterFit {
  /// Points: one for each word that fits, minus one for each that doesn't; ASCII words don't count. Many words that fit
  /// the same language count more.
  static func score(_ text: String, limit: Int = 400) -> Double {
    var score = 0.0
    var words = 0
    var byAlphabet = alphabets.map { _ in 0 }
    for word in text.split(whereSeparator: { $0.isWhitespace || ",;\"|/()<>".contains($0) }) {
      guard word.utf8.contains(where: { $0 >= 0x80 }) else { continue }
      words += 1
      let points = points(of: word)
      score += points
      if points == 1 { note(word, in: &byAlphabet) }
      if words == limit { break }
    }
    return score + 0.3 * Double(byAlphabet.max() ?? 0)
  }

  private static func note(_ word: Substring, in byAlphabet: inout [Int]) {
    let special = specialLetters(of: word)
    for index in alphabets.indices where alphabets[index].isSuperset(of: special) { byAlphabet[index] += 1 }
  }

  private static func specialLetters(of word: Substring) -> Set<Character> {
    let scalars = word.unicodeScalars.filter { $0.value >= 0x80 && $0.properties.isAlphabetic }
    return Set(String(String.UnicodeScalarView(scalars)).lowercased())
  }

  private static func points(of word: Substring) -> Double {
    let scalars = word.unicodeScalars.filter { $0.value >= 0x80 }
    if scalars.contains(where: { $0.value < 0xA0 || $0.value == 0xFFFD }) { return -2 }
    let letters = scalars.filter { $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark }
    if letters.isEmpty { return word.contains(where: \.isLetter) ? -0.5 : 0 }
    if letters.count < scalars.count, !hasQuotesOnly(scalars) { return -1 }
    guard isCased(word) else { return -1 }
    let scripts = Set(word.unicodeScalars.compactMap(script))
    guard scripts.count == 1, let only = scripts.first else { return -1 }
    if only != .latin { return only == .odd ? -1 : only == .han ? 0.9 : 1 }
    let special = specialLetters(of: word)
    return alphabets.contains { $0.isSuperset(of: special) } ? 1 : -0.5
  }

  private static func hasQuotesOnly(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    scalars.allSatisfy { $0.properties.isAlphabetic || "„“”’‘–—…«»€·®©".unicodeScalars.contains($0) }
  }

  /// `Müller`, `MÜLLER`, `O’Hare`: no capital after a small letter, no small letter after several capitals.
  private static func isCased(_ word: Substring) -> Bool {
    var previous: Character?
    var capitals = 0
    for character in word {
      let isWide = character.utf8.count > 1
      if let previous, previous.isLowercase, character.isUppercase, isWide { return false }
      if character.isLowercase, capitals > 1, isWide { return false }
      capitals = character.isUppercase ? capitals + 1 : 0
      previous = character
    }
    return true
  }

  private enum Script { case latin, cyrillic, greek, han, hangul, other, odd }

  private static func script(_ scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF: .greek
    case 0x400...0x4FF: .cyrillic
    case 0x590...0x77F: .other
    case 0x3040...0x30FF: .han
    case 0x4E00...0x9FFF: .han
    case 0xAC00...0xD7AF: .hangul
    // Half-width kana and private-use letters result from misreading something else.
    case 0x3400...0x4DBF, 0xE000...0xF8FF, 0xFF61...0xFF9F, 0x2500...0x25FF: .odd
    default: scalar.properties.isAlphabetic ? .other : nil
    }
  }

  /// The letters beyond ASCII of German, French, Spanish, Portuguese, Italian, Danish and Norwegian, Swedish, Finnish,
  /// Icelandic, Dutch, Polish, Czech, Slovak, Hungarian, Croatian, Romanian, Turkish, Lithuanian, Latvian, Estonian.
  private static let alphabets: [Set<Character>] = [
    "äöüßé", "àâæçéèêëîïôœùûüÿ", "áéíñóúüç", "áâãàçéêíóôõúü", "àèéìíîòóùú", "æøåéèóôüö", "åäöéüá", "åäöšž",
    "áéíóúýþæöð",
    "áäéèëíïóöúü", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîșțşţ", "çğıi̇öşüâîû",
    "ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž",
  ].map(Set.init)
}
