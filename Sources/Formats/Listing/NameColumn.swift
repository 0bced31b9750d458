import Names

/// The order of names within a column.
enum NameColumn {
  /// True if nearly every cell is `Adler, Anna`, and hardly any has an organisation or a degree after the comma.
  static func isFamilyFirst(_ cells: [String]) -> Bool {
    let commas = cells.filter { $0.contains(",") }
    guard commas.count >= 3, commas.count * 10 >= cells.count * 8 else { return false }
    let turned = commas.count { cell in
      let parts = cell.split(separator: ",").map { String($0).tidied }
      guard parts.count >= 2 else { return false }
      let isOther = NameWords.mentionsOrganisation(parts[1]) || NameWords.mentionsPosition(parts[1])
      return !isOther && !parts[1].contains(where: \.isNumber)
    }
    return turned * 10 >= commas.count * 9 && commas.count { PersonName($0).isTurned } * 2 >= commas.count
  }
}
