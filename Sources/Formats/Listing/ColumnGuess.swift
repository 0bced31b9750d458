/// Guesses what each column of a table holds: by its name where it has one, by its cells where that says nothing.
struct ColumnGuess {
  private let header: [String]
  private let contents: [ColumnContent]
  /// Nil: nothing known yet.
  private var roles: [ColumnRole?]

  static func roles(header: [String], rows: [[String]], width: Int) -> [ColumnRole] {
    var guess = ColumnGuess(header: header, rows: rows, width: width)
    guess.settleTitles()
    guess.settleFamilyName()
    guess.settleSpeakers()
    guess.fillByContent(hasHeader: !header.isEmpty)
    return guess.roles.map { $0 ?? .ignore }
  }

  private init(header: [String], rows: [[String]], width: Int) {
    self.header = (0..<width).map { $0 < header.count ? header[$0] : "" }
    self.contents = (0..<width).map { column in ColumnContent(rows.map { column < $0.count ? $0[column] : "" }) }
    self.roles = self.header.map(HeaderWords.roughRole)
  }

  /// "Titel" over Dr. and Prof. is an academic title; in a table of talks it is the talk's, else the person's position.
  private mutating func settleTitles() {
    for column in roles.indices where HeaderWords.isTitle(header[column]) {
      if contents[column].isEmpty || contents[column].holdsTitles {
        roles[column] = .title
      } else if has(.speakers) || contents[column].holdsSentences || !hasName {
        roles[column] = .talkTitle
      } else {
        roles[column] = .role
      }
    }
  }

  /// Beside "Vorname", "Name" is the family name.
  private mutating func settleFamilyName() {
    guard has(.firstName), !has(.lastName) else { return }
    if let column = roles.indices.first(where: { ["name", "namen"].contains(HeaderWords.folded(header[$0])) }) {
      roles[column] = .lastName
    }
  }

  /// Beside names, a column "Speaker" says yes or no; "Kontakt" over addresses holds addresses.
  private mutating func settleSpeakers() {
    for column in roles.indices where roles[column] == .name && contents[column].holdsNumbers {
      roles[column] = .ignore
    }
    if has(.lastName) || has(.name) {
      for column in roles.indices where roles[column] == .speakers && !contents[column].holdsFullNames {
        roles[column] = .ignore
      }
    }
    for column in roles.indices where roles[column] == .name && contents[column].holdsOnlyAddresses && !has(.email) {
      roles[column] = .email
    }
  }

  private mutating func fillByContent(hasHeader: Bool) {
    if !has(.email) { assign(.email) { $0.holdsAddresses } }
    if !hasName { fillNames() }
    guard !hasHeader else { return }
    assign(.country) { $0.holdsCountries }
    assign(.title) { $0.holdsTitles }
    assign(.role) { $0.holdsPositions }
    assign(.organisation) { $0.holdsOrganisations }
    assign(.topics) { $0.holdsLists }
    if !has(.organisation) { assign(.organisation) { $0.holdsWords } }
  }

  /// One column of whole names, or two of single ones: then the column with more of the common first names leads.
  private mutating func fillNames() {
    if assign(.name, where: { $0.holdsFullNames && !$0.holdsCountries }) { return }
    let single = roles.indices.filter { roles[$0] == nil && contents[$0].holdsSingleNames }
    guard single.count >= 2, single[1] == single[0] + 1 else {
      if let only = single.first { roles[only] = .name }
      return
    }
    let isSwapped = contents[single[1]].holdsFirstNames && !contents[single[0]].holdsFirstNames
    roles[single[0]] = isSwapped ? .lastName : .firstName
    roles[single[1]] = isSwapped ? .firstName : .lastName
  }

  private func has(_ role: ColumnRole) -> Bool { roles.contains(role) }

  private var hasName: Bool { has(.name) || has(.firstName) || has(.lastName) || has(.speakers) }

  @discardableResult
  private mutating func assign(_ role: ColumnRole, where fits: (ColumnContent) -> Bool) -> Bool {
    guard let column = roles.indices.first(where: { roles[$0] == nil && fits(contents[$0]) }) else { return false }
    roles[column] = role
    return true
  }
}
