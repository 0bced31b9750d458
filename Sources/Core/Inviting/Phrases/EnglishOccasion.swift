// English phrases for an occasion. Text for people stands here in Swift: see `LetterPhrases` for why.

/// An occasion's name in an English sentence: "the 2026 Coaching Congress", "38C3 in 2024".
struct EnglishOccasion {
  let occasion: LetterOccasion

  /// "at the 2026 Coaching Congress"; nil without a name.
  var at: String? {
    Prose.phrase(occasion.spokenPlace) ?? name.map { "at \($0)" }
  }

  /// With the article where the name ends in a noun that wants one; nil without a name.
  var name: String? {
    guard let name = Prose.phrase(occasion.name) else { return nil }
    let year = occasion.unsaidYear
    guard wantsArticle(name) else { return name + (year.map { " in \($0)" } ?? "") }
    return ["the", year.map(String.init), name].compactMap { $0 }.joined(separator: " ")
  }

  /// The place of an office visit: "at head office", "in Hamburg".
  var office: String {
    if let spoken = Prose.phrase(occasion.spokenPlace) { return spoken }
    guard let name = Prose.phrase(occasion.name) else { return "in the office" }
    let places = ["office", "headquarters", "hq"]
    return places.contains { name.lowercased().hasSuffix($0) } ? "at \(name)" : "in \(name)"
  }

  private func wantsArticle(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ").map(String.init)
    if words.first == "the" { return false }
    let nouns = [
      "congress", "conference", "summit", "symposium", "forum", "festival", "meeting", "workshop", "convention", "fair",
      "seminar", "barcamp",
    ]
    let noun = words.last { !$0.allSatisfy(\.isNumber) }
    return words.count > 1 && nouns.contains(noun ?? "")
  }
}
