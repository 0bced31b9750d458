import Foundation

/// Reads tables drawn with bars in text: in Markdown, in wikis, in a database's console.
enum MarkdownTable {
  /// True if a line of dashes and bars is next to a line with bars (GFM §4.10; `+----+` of consoles), or at least two
  /// lines begin and end with a bar.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    var scanner = LineScanner(bytes)
    var framed = 0
    var isAfterBars = false
    while let line = scanner.next(), line.number < 400 {
      let text = String(decoding: bytes[line.range].prefix(2000), as: UTF8.self).trimmedOfSpaces
      if isRule(text), isAfterBars || text.hasPrefix("+") { return true }
      isAfterBars = text.contains("|")
      if text.count > 4, text.hasPrefix("|"), text.hasSuffix("|") { framed += 1 }
    }
    return framed > 1
  }

  static func parts(of bytes: [UInt8], limits: ReadingLimits) throws -> [DocumentPart] {
    let budget = TextBudget(limits: limits)
    var parts: [DocumentPart] = []
    var rows: [DocumentRow] = []
    var lines: [DocumentLine] = []
    var scanner = LineScanner(bytes)
    func close() {
      if !rows.isEmpty { parts.append(.table(rows)) }
      if !lines.isEmpty { parts.append(.lines(lines)) }
      (rows, lines) = ([], [])
    }
    while let line = scanner.next() {
      try budget.spend(line.range.count)
      let text = String(decoding: bytes[line.range], as: UTF8.self).trimmedOfSpaces
      if isRule(text) { continue }
      if text.contains("|") {
        if rows.isEmpty { close() }
        let row = DocumentRow(line: line.number, cells: MarkdownRow.cells(text))
        try budget.spend(row)
        rows.append(row)
        guard rows.count <= limits.rows else {
          throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
        }
      } else {
        if lines.isEmpty { close() }
        lines.append(DocumentLine(line: line.number, text: MarkdownRow.plain(text)))
      }
    }
    close()
    return parts
  }

  /// `|---|:--:|`, `---|---`, `+----+----+`.
  private static func isRule(_ text: String) -> Bool {
    guard text.utf8.count >= 3, text.contains("-") || text.contains("=") else { return false }
    return text.contains { "|+".contains($0) } && text.allSatisfy { "|+-:= ".contains($0) }
  }
}

/// A line of a Markdown table.
enum MarkdownRow {
  static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line {
      switch character {
      case "\\" where !isEscaped: isEscaped = true
      case "|" where !isEscaped:
        cells.append(cell)
        cell = ""
      default:
        if isEscaped, character != "|" { cell.append("\\") }
        cell.append(character)
        isEscaped = false
      }
    }
    cells.append(cell)
    if cells.first?.trimmedOfSpaces.isEmpty == true { cells.removeFirst() }
    if cells.last?.trimmedOfSpaces.isEmpty == true { cells.removeLast() }
    return cells.map { plain($0.trimmedOfSpaces) }
  }

  /// Without emphasis marks; a link `[Anna](mailto:anna@example.org)` becomes its text and its address.
  static func plain(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let middle = rest[open...].range(of: "]("),
      let close = rest[middle.upperBound...].firstIndex(of: ")")
    {
      output += rest[..<open]
      var label = DraftText(String(rest[rest.index(after: open)..<middle.lowerBound]))
      label.add(addresses: LinkTarget.address(String(rest[middle.upperBound..<close])).map { [$0] } ?? [])
      output += label.string
      rest = rest[rest.index(after: close)...]
    }
    output += rest
    let plain = output.replacing("**", with: "").replacing("__", with: "").replacing("<br>", with: " ")
      .replacing("`", with: "")
    for mark in ["*", "_"] where plain.hasPrefix(mark) && plain.hasSuffix(mark) && plain.count > 2 {
      return String(plain.dropFirst().dropLast())
    }
    return plain
  }
}
