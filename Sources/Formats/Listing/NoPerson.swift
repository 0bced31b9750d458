/// Rows of a list that would read as people and are none: the header once more, sums, footnotes.
enum NoPerson {
  static func problem(of row: some TableRow, in layout: TableLayout) -> Problem? {
    if isHeader(row, of: layout) { return Problem("import.problem.repeatedHeader") }
    if isTotal(row) { return Problem("import.problem.totals") }
    return nil
  }

  private static func isHeader(_ row: some TableRow, of layout: TableLayout) -> Bool {
    guard layout.header.count > 1, row.text(0).tidied == layout.header[0] else { return false }
    return row.texts.map(\.tidied) == layout.header
  }

  /// `Summe;120`, `Gesamt: 81 Teilnehmer`: a word of counting, and beside it nothing but numbers.
  private static func isTotal(_ row: some TableRow) -> Bool {
    guard let start = (0..<row.count).lazy.map({ row.text($0).tidied }).first(where: { !$0.isEmpty }) else {
      return false
    }
    guard let word = start.lowercased().split(whereSeparator: { !$0.isLetter }).first else { return false }
    guard words.contains(String(word)) else { return false }
    let cells = row.texts.map(\.tidied).filter { !$0.isEmpty }
    let isCounted = start.contains(":") || start.contains(where: \.isNumber) || start.count == word.count
    return isCounted
      && cells.dropFirst().allSatisfy { !$0.contains(where: \.isLetter) || $0.contains(where: \.isNumber) }
  }

  private static let words: Set<String> = [
    "summe", "gesamt", "gesamtsumme", "gesamtzahl", "insgesamt", "total", "totals", "sum", "count", "anzahl",
    "teilnehmerzahl", "stand", "seite", "page", "quelle", "exportiert", "generated", "subtotal", "zwischensumme",
  ]
}
