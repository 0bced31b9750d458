/// Judges rows wider or narrower than their header, as they become when somebody forgets quotes: either it is clear
/// where the cells belong, or nothing in the row is trusted.
struct RowFit {
  private let layout: TableLayout

  init(_ layout: TableLayout) { self.layout = layout }

  /// Nil for a row that may be read as it is; empty for one that can't be understood; otherwise the corrected cells.
  func fitted(_ row: some TableRow) -> [String]? {
    var cells = row.texts
    while let last = cells.last, last.allSatisfy(\.isWhitespace) { cells.removeLast() }
    let width = layout.header.count
    guard width > 1, !cells.isEmpty else { return nil }
    if cells.count <= width { return isShifted(cells) ? [] : nil }
    if layout.columns[..<width].last == .topics, !isShifted(cells) { return nil }
    return rejoined(cells, extra: cells.count - width) ?? []
  }

  /// True if an address stands where none belongs, and none where one does.
  private func isShifted(_ cells: [String]) -> Bool {
    guard let place = cells.firstIndex(where: { MailAddress($0.tidied) != nil }) else { return false }
    let roles: [ColumnRole] = [.email, .name, .speakers]
    let isRight = place < layout.columns.count && roles.contains(layout.columns[place])
    guard !isRight, layout.columns.contains(.email) else { return false }
    return !cells.indices.contains { column in
      column < layout.columns.count && layout.columns[column] == .email && MailAddress.first(in: cells[column]) != nil
    }
  }

  /// People write a space after a comma, programs don't after a delimiter.
  private func rejoined(_ cells: [String], extra: Int) -> [String]? {
    let delimiter = layout.delimiter ?? ","
    let torn = cells.indices.dropFirst().filter { cells[$0].first == " " && cells[$0].contains(where: \.isLetter) }
    guard torn.count == extra else { return nil }
    var joined: [String] = []
    for index in cells.indices {
      if torn.contains(index), let last = joined.indices.last {
        joined[last] += delimiter + cells[index]
      } else {
        joined.append(cells[index])
      }
    }
    return isShifted(joined) ? nil : joined
  }
}
