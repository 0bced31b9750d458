/// Somebody's place in the hierarchy, as far as the words of their role give it away.
package enum Seniority: Int, Sendable, CaseIterable {
  case beginning = 1
  case working, leading, directing, heading

  /// Nil for a role that says nothing about it.
  package init?(role: String) {
    let words = SearchKey.fold(role).split { !$0.isLetter }.map(String.init)
    let found = Self.words.first { level in
      words.contains { word in
        level.whole.contains(word) || level.beginnings.contains { word.hasPrefix($0) }
          || level.endings.contains { word.hasSuffix($0) }
      }
    }
    guard let found else { return nil }
    self = found.level
  }

  private struct LevelWords {
    let level: Seniority
    let whole: Set<String>
    let beginnings: [String]
    let endings: [String]
  }

  /// Folded as the search folds them. The most telling come first: an assistant to the board assists.
  private static let words: [LevelWords] = [
    LevelWords(
      level: .beginning, whole: ["intern", "phd", "azubi"],
      beginnings: ["assisten", "praktik", "trainee", "junior", "student", "studier", "doktorand"],
      endings: ["student", "studentin", "volontar", "volontarin", "assistent", "assistentin"]),
    LevelWords(
      level: .heading, whole: ["ceo", "cfo", "cto", "coo", "cio", "chro", "chief", "managing", "owner"],
      beginnings: [
        "vorstand", "geschaftsfuhr", "prasident", "president", "founder", "grunder", "inhaber", "minister", "rektor",
        "intendant", "burgermeister", "staatssekret",
      ], endings: ["vorstand", "vorstandin", "geschaftsfuhrer", "geschaftsfuhrerin", "grunder", "grunderin"]),
    LevelWords(
      level: .directing, whole: ["head", "vp", "vice", "partner", "partnerin", "chef", "chefin"],
      beginnings: ["direktor", "director", "prof", "dekan", "leiter", "leitung"],
      endings: ["direktor", "direktorin", "leiter", "leiterin", "leitung", "professor", "professorin"]),
    LevelWords(
      level: .leading, whole: ["lead", "principal", "senior"],
      beginnings: ["manager", "supervis", "dozent"], endings: ["manager", "managerin", "dozent", "dozentin"]),
    LevelWords(
      level: .working, whole: ["officer", "coach"],
      beginnings: [
        "referent", "berater", "consultant", "engineer", "ingenieur", "analyst", "trainer", "specialist", "entwickler",
        "developer", "designer", "researcher", "mitarbeit", "redakteur", "wissenschaft", "therap", "psycholog", "lehr",
        "teacher", "jurist", "lawyer", "anwalt",
      ],
      endings: [
        "referent", "referentin", "berater", "beraterin", "coach", "ingenieur", "ingenieurin", "entwickler",
        "entwicklerin", "trainer", "trainerin", "mitarbeiter", "mitarbeiterin", "lehrer", "lehrerin", "anwalt",
        "anwaltin",
      ]),
  ]
}
