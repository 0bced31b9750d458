/// Rows of a list that would read as people but aren't: a repeated header, sums, footnotes, titles of sections.
enum NoPerson {
  static func problem(of row: some TableRow, in layout: TableLayout) -> Problem? {
    if isHeader(row, of: layout) { return Problem("import.problem.repeatedHeader") }
    let cells = row.texts.tidy.filter { !$0.isEmpty }
    guard let first = cells.first else { return nil }
    if isTotal(first, cells) { return Problem("import.problem.totals") }
    if cells.dropFirst().contains(where: { $0.utf8.count > 12 && CellWords.isThing($0) }) {
      return Problem("import.problem.note")
    }
    return cells.count == 1 ? problem(ofLine: first) : nil
  }

  /// A line on its own: a title, a footnote, a greeting.
  static func problem(ofLine line: String) -> Problem? {
    if CellWords.isSection(line) { return Problem("import.problem.section") }
    if isCount(line) || isPage(line) { return Problem("import.problem.totals") }
    if let mark = line.first, "*=#†‡§→".contains(mark) || mark == "—" { return Problem("import.problem.note") }
    if CellWords.isLetter(line) || line.hasSuffix(":") || line.utf8.count > 200 {
      return Problem("import.problem.note")
    }
    return nil
  }

  private static func isHeader(_ row: some TableRow, of layout: TableLayout) -> Bool {
    guard layout.header.count > 1, row.text(0).tidied == layout.header[0] else { return false }
    return row.texts.map(\.tidied) == layout.header
  }

  /// `Summe;120`, `Gesamt: 81 Teilnehmer`: a counting word with nothing but numbers beside it.
  private static func isTotal(_ start: String, _ cells: [String]) -> Bool {
    guard let word = HeaderWords.folded(start).split(separator: " ").first, CellWords.sums.contains(String(word)) else {
      return false
    }
    let isCounted = start.contains(":") || start.contains(where: \.isNumber) || start.count == word.count
    return isCounted
      && cells.dropFirst().allSatisfy { !$0.contains(where: \.isLetter) || $0.contains(where: \.isNumber) }
  }

  /// `20 Teilnehmer`, `81 participants registered`.
  private static func isCount(_ line: String) -> Bool {
    guard line.first?.isNumber == true else { return false }
    let words = HeaderWords.folded(line.drop { $0.isNumber || ".,  ".contains($0) }.description).split(separator: " ")
    return words.count <= 4 && words.first.map { CellWords.counted.contains(String($0)) } ?? false
  }

  /// `Seite 1 von 3`, `Page 1/3`, `- 4 -`.
  private static func isPage(_ line: String) -> Bool {
    guard line.contains(where: \.isNumber), line.count <= 40 else { return false }
    let words = HeaderWords.tokens(of: line)
    return words.isEmpty || ["seite", "page", "pagina", "s"].contains(words[0]) && words.count <= 2
  }
}
