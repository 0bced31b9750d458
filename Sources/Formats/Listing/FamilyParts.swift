import Names

/// Family names that a table gives in two columns, and names that it writes family name first without a comma.
enum FamilyParts {
  /// `Tussenvoegsel` before `Achternaam`, `Primer apellido` and `Segundo apellido`; empty for one column.
  static func columns(of layout: TableLayout) -> [Int] {
    let found = layout.columns.indices.filter { layout.columns[$0] == .lastName && $0 < layout.header.count }
    let isParted = found.contains { HeaderVocabulary.familyParts.contains(HeaderWords.folded(layout.header[$0])) }
    return found.count > 1 && isParted ? found : []
  }

  /// True if a heading names the family name first and cells have no comma: `Nachname Vorname`, `Nom Prénom`.
  static func areTurned(_ heading: String) -> Bool {
    let tokens = HeaderWords.tokens(of: heading)
    let roles = tokens.map { HeaderVocabulary.roles[$0] }
    let name = tokens.first == "name" ? 0 : nil
    guard let family = roles.firstIndex(of: .lastName) ?? name, let given = roles.firstIndex(of: .firstName) else {
      return false
    }
    return family < given
  }

  /// False if common given names stand in front.
  static func mayBeTurned(_ names: [String]) -> Bool {
    let words = names.map { $0.split(separator: " ").filter { !NameWords.isTitle($0) } }.filter { $0.count > 1 }
    let front = words.count { NameWords.isGivenName($0[0]) }
    let back = words.count { NameWords.isGivenName($0[$0.count - 1]) }
    return back >= front
  }

  /// `van der Berg Anna` becomes `Anna van der Berg`: the given name is what follows the family name's first word.
  static func turned(_ name: String) -> String {
    guard !name.contains(","), !name.contains("@") else { return name }
    let words = name.split(separator: " ")
    let start = words.firstIndex { !NameWords.isParticle($0) && !NameWords.isTitle($0) && !NameWords.isTitlePart($0) }
    guard words.count > 1, let start, start < words.count - 1 else { return name }
    let given = words.dropFirst(start + 1)
    // In a longer name only common given names tell where the family name ends.
    let split = given.count == 1 ? given.startIndex : given.firstIndex { NameWords.isGivenName($0) } ?? words.count - 1
    return (words[split...] + words[..<split]).joined(separator: " ")
  }
}
