/// The nature of a PDF's rows: a table, two lists side by side, or a numbered list.
enum PDFTable {
  static func parts(of rows: [[String]]) -> [DocumentPart] {
    if let items = items(rows) { return [.lines(items)] }
    let rows = unfolded(withoutRepeats(rows))
    return rows.isEmpty
      ? [] : [.table(rows.enumerated().map { DocumentRow(line: $0.offset + 1, cells: $0.element) })]
  }

  /// The header is repeated on each page.
  private static func withoutRepeats(_ rows: [[String]]) -> [[String]] {
    guard let index = HeaderRow.index(in: rows) else { return rows }
    let header = rows[index]
    return rows.enumerated().filter { $0.offset <= index || $0.element != header }.map(\.element)
  }

  /// `Name, Firma, Name, Firma`: the right half goes below the left one.
  private static func unfolded(_ rows: [[String]]) -> [[String]] {
    guard let index = HeaderRow.index(in: rows) else { return rows }
    let header = rows[index]
    let half = header.count / 2
    guard half > 0, header.count.isMultiple(of: 2), header.prefix(half) == header.suffix(half) else { return rows }
    let right = rows.dropFirst(index + 1).map { Array($0[half...]) }.filter { $0.contains { !$0.isEmpty } }
    return rows.map { Array($0[..<half]) } + right
  }

  /// Numbers or bullets with a single text beside each.
  private static func items(_ rows: [[String]]) -> [DocumentLine]? {
    guard rows.first?.count == 2 else { return nil }
    let marked = rows.count { isMark($0[0]) }
    guard marked > 1, marked * 10 >= rows.count * 8 else { return nil }
    return rows.enumerated().map {
      DocumentLine(line: $0.offset + 1, text: $0.element.joined(separator: " ").trimmedOfSpaces)
    }
  }

  private static func isMark(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if text.count == 1 { return !first.isLetter }
    return first.isNumber && text.count < 6 && text.allSatisfy { $0.isNumber || ".)".contains($0) }
  }
}
