extension PersonName {
  /// The name a friend would use; the whole name if nobody can tell which part that is: an initial, a name in Chinese
  /// or Japanese characters. A name that was typed in capitals throughout is no longer shouted.
  package var familiar: String {
    let given = given
    let words = bare.split(separator: " ")
    guard given != bare, words.count > 1, words.allSatisfy({ Self.isCapital($0) || NameWords.isParticle($0) }) else {
      return given
    }
    return given.split(separator: " ").map(Self.quiet).joined(separator: " ")
  }

  /// `ANNA-LENA` becomes `Anna-Lena`; two letters may be initials.
  private static func quiet(_ word: Substring) -> String {
    guard word.count > 2 else { return String(word) }
    return word.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: "-")
  }

  /// As `familiar`, as it was typed.
  var given: String {
    let words = bare.split(separator: " ")
    guard words.count > 1, let first = words.first, let last = words.last else {
      // With a title alone before it, a word is a family name, unless it is known to be a given one.
      return titles.isEmpty || NameWords.isGivenName(bare) ? bare : spoken
    }
    if isOfTwo(words) { return bare }
    // What stands before a title is a title as well, or a family name.
    if let title = words.indices.dropFirst().dropLast().first(where: { NameWords.isTitle(words[$0]) }) {
      return PersonName(words[title...].joined(separator: " ")).familiar
    }
    if NameWords.isNobodysName(first) { return bare }
    if bare.unicodeScalars.contains(where: Self.isEastAsian) { return bare }
    if let given = givenBehindFamily(words) ?? koreanGiven(words) { return given }
    if NameWords.vietnameseFamilies.contains(first.lowercased()),
      first.unicodeScalars.contains(where: { $0.value > 0x7F })
    {
      return String(last)
    }
    if Self.arabicPairs.contains(String(first)), words.count > 1 { return words.prefix(2).joined(separator: " ") }
    return first.hasSuffix(".") || first.count < 2 ? bare : String(first)
  }

  /// `MÜLLER Jörg` and `Szabó Péter` are written family name first.
  private func givenBehindFamily(_ words: [Substring]) -> String? {
    let capitals = words.prefix { Self.isCapital($0) }
    if !capitals.isEmpty, capitals.count < words.count, capitals.contains(where: { $0.count > 2 }),
      !words.dropFirst(capitals.count).contains(where: { $0.hasSuffix(".") })
    {
      return words.dropFirst(capitals.count).joined(separator: " ")
    }
    let behind = words.dropFirst()
    guard NameWords.hungarianFamilies.contains(words[0].lowercased()),
      behind.allSatisfy({ NameWords.hungarianGiven.contains($0.lowercased()) }), !NameWords.isGivenName(words[0])
    else { return nil }
    return behind.joined(separator: " ")
  }

  /// True for `Anna und Otto Adler`, but not for `von und zu Adler`.
  private func isOfTwo(_ words: [Substring]) -> Bool {
    words.indices.dropFirst().contains { NameWords.isAnd(words[$0]) && !NameWords.isParticle(words[$0 - 1]) }
  }

  /// The second word of `Kim Min-jun`.
  private func koreanGiven(_ words: [Substring]) -> String? {
    guard words.count == 2, NameWords.koreanFamilies.contains(words[0].lowercased()) else { return nil }
    let syllables = words[1].split(separator: "-")
    let isGiven = syllables.count == 2 && syllables[0].count < 6 && syllables[1].allSatisfy(\.isLowercase)
    return isGiven ? String(words[1]) : nil
  }

  private static func isCapital(_ word: Substring) -> Bool {
    word.contains(where: \.isLetter) && !word.contains(where: \.isLowercase) && word.contains(where: \.isUppercase)
      && !word.hasSuffix(".")
  }

  /// Given names of two words.
  private static let arabicPairs: Set<String> = ["عبد", "أبو", "ابو", "Abd", "Abdul", "Abdel"]

  private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
