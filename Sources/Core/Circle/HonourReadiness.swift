/// Whether a circle has earned a guest of honour, and why it is said now.
package struct HonourReadiness: Hashable, Sendable {
  package let evenings: Int
  package let needed: Int
  /// The last evenings, from the newest, that most found worthwhile, without a break.
  package let worthwhileInARow: Int
  package let returnRate: Double?
  /// What is missing; empty when it is earned.
  package let missing: [Missing]

  package enum Missing: String, Hashable, Sendable, CaseIterable {
    /// Not enough evenings yet.
    case evenings
    /// Not all of the last ones were found worthwhile by most.
    case worth
    /// Fewer than half came back.
    case returning
  }

  /// - Parameter needed: how many worthwhile evenings in a row earn one, 1…10.
  package init<Member>(_ history: CircleHistory<Member>, needed: Int = 3) {
    self.needed = needed
    evenings = history.evenings.count
    worthwhileInARow = history.evenings.reversed().prefix { $0.result?.isWorthwhile ?? false }.count
    returnRate = history.returnRate
    var missing: [Missing] = []
    if evenings < needed { missing.append(.evenings) } else if worthwhileInARow < needed { missing.append(.worth) }
    if needed > 1, (returnRate ?? 0) < 0.5 { missing.append(.returning) }
    self.missing = missing
  }

  package var isEarned: Bool { missing.isEmpty }
}

/// What kind of guest would add what a circle lacks.
package enum HonourKind: String, Hashable, Sendable, CaseIterable {
  /// Nobody in the circle decides over a house of their own.
  case executive
  /// All come from one field.
  case otherField
  /// Neither is missing: somebody whose view nobody has.
  case freshView

  /// - Parameters:
  ///   - roles: of the members, as they say them.
  ///   - organisations: of the members.
  package init(roles: [String], organisations: [String]) {
    if !roles.contains(where: { Self.isExecutive($0) }) {
      self = .executive
    } else if Set(organisations.map(\.localizedLowercase).filter { !$0.isEmpty }).count * 2 <= organisations.count {
      self = .otherField
    } else {
      self = .freshView
    }
  }

  /// Words of roles that decide, in German and English; compared with whole words, or as a German compound's beginning.
  static func isExecutive(_ role: String) -> Bool {
    let words = role.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { word in
      titles.contains(word) || stems.contains { word.hasPrefix($0) }
    }
  }

  private static let titles: Set<String> = [
    "ceo", "cfo", "cto", "coo", "cio", "chro", "president", "chair", "chairman", "chairwoman", "founder", "owner",
    "director", "minister", "dean", "rector", "partner", "inhaber", "inhaberin", "dekan", "dekanin", "rektor",
    "rektorin", "direktor", "direktorin", "gründer", "gründerin", "chief", "vp",
  ]
  private static let stems = [
    "vorstand", "geschäftsführ", "präsident", "staatssekretär", "bürgermeister", "amtsleit", "abteilungsdirektor",
  ]
}
