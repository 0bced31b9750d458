/// A comma between family name and given name, as opposed to one before something that is no name: `Adler, Anna` and
/// `van der Velde, Ines`, but not `Anna Adler, Universität Bonn`.
struct NameComma {
  let family: String
  let given: String

  var isTurned: Bool {
    let words = given.split(separator: " ").filter { !NameWords.isTitle($0) && !NameWords.isTitlePart($0) }
    guard (1...4).contains(words.count), words.allSatisfy(Self.isOfName) else { return false }
    guard words[0].first?.isLowercase == false || words.count == 1 else { return false }
    if words.contains(where: { NameWords.isGivenName($0) }) { return !beginsWithGiven || familyIsPlain }
    guard !NameWords.mentionsOrganisation(given), !NameWords.mentionsPosition(given) else { return false }
    return !beginsWithGiven && !isSpoken
  }

  /// `M. Antoine Roux`, `Dr. Wei Chen`: after a title or a greeting, two words are a whole name.
  private var isSpoken: Bool {
    let words = family.split(separator: " ")
    guard let first = words.first, NameWords.isTitle(first) || NameWords.isSalutation(first) || first == "M." else {
      return false
    }
    let rest = words.dropFirst().filter {
      !NameWords.isTitle($0) && !NameWords.isTitlePart($0) && !NameWords.isParticle($0)
    }
    return rest.count > 1
  }

  /// True for `Anna Adler`, while `Simon, …` may be a family name.
  private var beginsWithGiven: Bool {
    let words = family.split(separator: " ").filter { !NameWords.isTitle($0) }
    guard let first = words.first, NameWords.isGivenName(first) else { return false }
    return words.count > 1 || !NameWords.isGivenName(given)
  }

  /// One word, or one with its particles.
  private var familyIsPlain: Bool { family.split(separator: " ").filter { !NameWords.isParticle($0) }.count < 2 }

  private static func isOfName(_ word: Substring) -> Bool {
    word.contains(where: \.isLetter) && word.allSatisfy { $0.isLetter || $0.isMark || ".'’-".contains($0) }
  }
}

extension Character {
  /// A separate accent, or a joiner inside a word of Persian or Sinhala.
  fileprivate var isMark: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.generalCategory == .nonspacingMark || $0.value == 0x200C || $0.value == 0x200D
    }
  }
}
