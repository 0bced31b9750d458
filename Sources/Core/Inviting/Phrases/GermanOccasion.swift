// German phrases for an occasion. Text for people stands here in Swift: see `LetterPhrases` for why.

/// An occasion's name in a German sentence: "beim Coachingkongress 2026", "bei der Norddeutschen Fachtagung", and where
/// the gender cannot be told from the name, "bei „38C3“ (2024)".
struct GermanOccasion {
  let occasion: LetterOccasion

  /// "beim Coachingkongress 2026"; nil without a name.
  var at: String? {
    Prose.phrase(occasion.spokenPlace) ?? pluralDative
      ?? dative(["m": "beim", "n": "beim", "f": "bei der"], "bei")
  }

  /// After "Programm": "vom Coachingkongress 2026", "der Fachtagung 2026"; nil without a name.
  var of: String? {
    dative(["m": "vom", "n": "vom", "f": "der", "p": "der"], "von")
  }

  /// "bei den Gesundheitstagen": the one case that changes the noun.
  private var pluralDative: String? {
    guard let name = Prose.phrase(occasion.name), inflected(name)?.gender == "p" else { return nil }
    let day = LetterOccasion(occasion.kind, name: name.replacing("tage", with: "tagen"), year: occasion.year)
    return GermanOccasion(occasion: day).dative(["p": "bei den"], "bei")
  }

  /// The place of an office visit: "in der Zentrale", "in Hamburg", and "hier im Haus" without a name.
  var office: String {
    if let spoken = Prose.phrase(occasion.spokenPlace) { return spoken }
    guard let name = Prose.phrase(occasion.name) else { return "hier im Haus" }
    let known = [
      "zentrale": "in der Zentrale", "hauptverwaltung": "in der Hauptverwaltung", "hauptsitz": "am Hauptsitz",
      "hauptquartier": "im Hauptquartier", "büro": "im Büro", "geschäftsstelle": "in der Geschäftsstelle",
    ]
    return known[name.lowercased()] ?? "in \(name)"
  }

  private func dative(_ articles: [String: String], _ bare: String) -> String? {
    guard let name = Prose.phrase(occasion.name) else { return nil }
    guard let (gender, inflected) = inflected(name), let article = articles[gender] else {
      return "\(bare) \(GermanPhrases.quoted(name))" + (occasion.unsaidYear.map { " (\($0))" } ?? "")
    }
    return "\(article) \(inflected)" + (occasion.unsaidYear.map { " \($0)" } ?? "")
  }

  /// The name as it follows an article, if its gender is known: from its first word, from the word after one adjective
  /// ("Deutscher Kongress"), or from the last of several words that are not inflected ("Health Data Forum").
  private func inflected(_ name: String) -> (gender: String, name: String)? {
    var words = name.split(separator: " ").map(String.init)
    let first = words.first.map { $0.hasSuffix(".") && $0.dropLast().allSatisfy(\.isNumber) } ?? false ? 1 : 0
    guard words.count > first else { return nil }
    if let gender = Self.gender(of: words[first]) { return (gender, name) }
    if words.count > first + 1, let gender = Self.gender(of: words[first + 1]),
      let adjective = Self.dative(of: words[first], gender)
    {
      words[first] = adjective
      return (gender, words.joined(separator: " "))
    }
    let noun = words.lastIndex { !$0.allSatisfy(\.isNumber) } ?? first
    guard words[first..<noun].allSatisfy(Self.isFixed), let gender = Self.gender(of: words[noun]) else { return nil }
    return (gender, name)
  }

  /// Neither an adjective nor a small word.
  private static func isFixed(_ word: String) -> Bool {
    let endings = ["e", "er", "es", "en", "em"]
    return word.first?.isUppercase ?? false && !endings.contains { word.hasSuffix($0) }
  }

  private static func gender(of word: String) -> String? {
    let word = word.lowercased()
    return genders.first { word.hasSuffix($0.ending) }?.gender
  }

  /// "Deutscher" → "Deutschen"; "Hamburger" stays; nil if the word is no adjective known to be inflected.
  private static func dative(of adjective: String, _ gender: String) -> String? {
    let stems = ["deutsch", "isch", "lich", "ional", "ital", "zial", "ig"]
    let nominative = ["m": "er", "n": "es", "f": "e", "p": "e"][gender] ?? ""
    let stem = adjective.dropLast(nominative.count)
    if adjective.hasSuffix(nominative), stems.contains(where: { stem.lowercased().hasSuffix($0) }) {
      return stem + "en"
    }
    return [
      "hamburger", "berliner", "münchner", "kölner", "frankfurter", "stuttgarter", "leipziger", "wiener", "zürcher",
    ]
    .contains(adjective.lowercased()) ? adjective : nil
  }

  /// Longer endings come first where one ends like another.
  private static let genders: [(ending: String, gender: String)] = [
    ("kongress", "m"), ("congress", "m"), ("fachtag", "m"), ("kirchentag", "m"), ("gipfel", "m"), ("workshop", "m"),
    ("hackathon", "m"), ("stammtisch", "m"), ("ärztetag", "m"), ("juristentag", "m"), ("thementag", "m"),
    ("konferenz", "f"), ("tagung", "f"), ("messe", "f"), ("versammlung", "f"), ("akademie", "f"), ("convention", "f"),
    ("barcamp", "n"), ("symposium", "n"), ("forum", "n"), ("festival", "n"), ("treffen", "n"), ("seminar", "n"),
    ("kolloquium", "n"), ("camp", "n"), ("tage", "p"), ("tagen", "p"), ("summit", "m"), ("conference", "f"),
    ("meetup", "n"), ("wochen", "p"), ("woche", "f"),
  ]
}
