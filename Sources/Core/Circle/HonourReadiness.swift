/// A verdict on whether a circle has earned a guest of honour, with the reasons.
package struct HonourReadiness: Hashable, Sendable {
  package let evenings: Int
  package let needed: Int
  /// The number of latest evenings in a row that most found worthwhile.
  package let worthwhileInARow: Int
  package let returnRate: Double?
  /// The conditions not yet met; empty once a guest is earned.
  package let missing: [Missing]

  package enum Missing: String, Hashable, Sendable, CaseIterable {
    /// There have been too few evenings.
    case evenings
    /// Not every one of the last evenings was found worthwhile by most.
    case worth
    /// Fewer than half came back.
    case returning
  }

  /// - Parameter needed: the number of worthwhile evenings in a row that earn one, 1…10.
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

/// The kind of guest who would add what a circle lacks.
package enum HonourKind: String, Hashable, Sendable, CaseIterable {
  /// Nobody in the circle runs an organisation.
  case executive
  /// Everybody comes from one field.
  case otherField
  /// Neither is missing: somebody with a view that nobody else has.
  case freshView

  /// - Parameters:
  ///   - roles: the members' roles, in their own words.
  ///   - organisations: the members' organisations.
  package init(roles: [String], organisations: [String]) {
    if !roles.contains(where: { Self.isExecutive($0) }) {
      self = .executive
    } else if Set(organisations.map(\.localizedLowercase).filter { !$0.isEmpty }).count * 2 <= organisations.count {
      self = .otherField
    } else {
      self = .freshView
    }
  }

  /// Words for roles that decide, in German and English; compared with whole words, or with the beginning of a German
  /// compound.
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
