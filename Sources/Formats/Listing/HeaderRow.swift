/// Finds the rows of column names. The first of them need not be the first row, since exports put titles and notes
/// above it; a later one begins another section.
enum HeaderRow {
  private static let searched = 15
  /// Cells of a row that can be a header. Tables with more columns aren't read, and each cell is compared with every known word.
  private static let widest = ReadingLimits.standard.columns

  static func index(in rows: [[String]]) -> Int? {
    // A title alone in its row may hold an address, `Members of list@example.org`.
    let start = rows.prefix(searched).prefix { row in
      guard row.count <= widest else { return false }
      return !row.contains { $0.contains("@") } || row.count { !$0.isEmpty } == 1 && row.contains { $0.contains(" ") }
    }
    return start.firstIndex { isClear($0) } ?? start.firstIndex { isLikely($0) } ?? single(in: start, of: rows)
  }

  /// True if the row begins a section of its own: known names in half of its cells, among them the first, and no
  /// values.
  static func begins(_ row: [String]) -> Bool {
    let cells = row.map(\.tidied).filter { !$0.isEmpty }
    guard (2...widest).contains(cells.count), let first = cells.first, !cells.contains(where: isValue),
      Heading(first).certainty > .none
    else { return false }
    let headings = cells.map(Heading.init)
    let known = headings.filter { $0.certainty >= .qualified }
    let understood = headings.count { $0.certainty > .none }
    let isMostlyKnown = known.count * 2 >= cells.count || cells.count >= 4 && understood * 5 >= cells.count * 4
    guard known.count >= 2, isMostlyKnown else { return false }
    return Set(cells).count > 1
      && headings.contains { $0.role.map { $0 != .ignore && $0 != .status && $0 != .link } ?? false }
  }

  private static func isValue(_ cell: String) -> Bool {
    cell.contains("@") || cell.utf8.count > 120 || !cell.contains(where: \.isLetter) && cell.contains(where: \.isNumber)
  }

  /// Two known names, at least one of them for something we read.
  private static func isClear(_ row: [String]) -> Bool {
    let roles = row.compactMap(HeaderWords.role)
    return roles.count >= 2 && Set(roles).subtracting([.ignore, .status, .link]).count >= 1 && Set(row).count > 1
  }

  /// Two names that contain known words, among them a name or an address: the questions of a form.
  private static func isLikely(_ row: [String]) -> Bool {
    let roles = row.compactMap(HeaderWords.roughRole)
    return roles.count >= 2 && !Set(roles).isDisjoint(with: [.email, .name, .firstName, .lastName, .speakers])
      && !row.contains(where: isValue)
  }

  /// One known name at the very top that does not recur as a value.
  private static func single(in start: ArraySlice<[String]>, of rows: [[String]]) -> Int? {
    guard let first = start.first, let name = first.first(where: HeaderWords.isNameOrAddress) else { return nil }
    // `Teilnehmer` above rows of several cells is the list's title.
    let isWide = rows.dropFirst().count { $0.count { !$0.isEmpty } > 1 } * 2 > rows.count
    if isWide, CellWords.isSection(name), first.count(where: { !$0.isEmpty }) == 1 { return nil }
    return rows.dropFirst().contains { $0.contains(name) } ? nil : start.startIndex
  }
}
