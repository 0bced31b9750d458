/// Finds the row of column names. It need not be the first: exports put titles and notes above it.
enum HeaderRow {
  private static let searched = 15

  static func index(in rows: [[String]]) -> Int? {
    let start = rows.prefix(searched).prefix { row in !row.contains { $0.contains("@") } }
    return start.firstIndex { isClear($0) } ?? start.firstIndex { isLikely($0) } ?? single(in: start, of: rows)
  }

  /// Two known names, one of them of something that is read.
  private static func isClear(_ row: [String]) -> Bool {
    let roles = row.compactMap(HeaderWords.role)
    return roles.count >= 2 && Set(roles).subtracting([.ignore]).count >= 1 && Set(row).count > 1
  }

  /// Two names that contain known words, among them a name or an address: the questions of a form.
  private static func isLikely(_ row: [String]) -> Bool {
    let roles = row.filter { $0.utf8.count <= 80 }.compactMap(HeaderWords.roughRole)
    return roles.count >= 2 && !Set(roles).isDisjoint(with: [.email, .name, .firstName, .lastName])
  }

  /// One known name at the very top that does not come back as a value.
  private static func single(in start: ArraySlice<[String]>, of rows: [[String]]) -> Int? {
    guard let first = start.first, let name = first.first(where: HeaderWords.isNameOrAddress) else { return nil }
    return rows.dropFirst().contains { $0.contains(name) } ? nil : start.startIndex
  }
}
