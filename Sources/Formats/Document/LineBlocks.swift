import Names

/// People written as blocks of lines with blank lines in between: the name, below it the organisation, below that the
/// address.
enum LineBlocks {
  private static let sizes = 2...6

  /// Turns a part of lines that are such blocks into a table; others stay.
  static func tabled(_ part: DocumentPart) -> DocumentPart {
    guard case .lines(let lines) = part else { return part }
    let all = lines.split { $0.text.isEmpty }.map(Array.init)
    // Titles stand above, and between groups of people.
    let titles = all.prefix { $0.count == 1 }.count
    let blocks = all.dropFirst(titles < 4 ? titles : 0).filter { $0.count > 1 || !CellWords.isSection($0[0].text) }
    let whole = blocks.filter { sizes.contains($0.count) }
    guard whole.count > 2, whole.count * 10 >= blocks.count * 8, whole.allSatisfy(isPerson) else { return part }
    let isEven = Set(whole.map(\.count)).count == 1
    return .table(whole.map { DocumentRow(line: $0[0].line, cells: isEven ? $0.map(\.text) : gathered($0)) })
  }

  /// Blocks of different heights: the address in a column of its own, everything else in one cell with lines.
  private static func gathered(_ block: [DocumentLine]) -> [String] {
    let texts = block.map(\.text)
    return [texts.filter { !$0.contains("@") }.joined(separator: "\n"), texts.first { $0.contains("@") } ?? ""]
  }

  /// True if text without any marks is written this way.
  static func hold(_ lines: [String]) -> Bool {
    guard case .table(let rows) = tabled(part(lines)) else { return false }
    if lines.contains(where: { $0.contains("@") }) { return true }
    // Without addresses, names must be clear.
    let names = rows.map { $0.cells[0].topLine }
    return Set(rows.map(\.cells.count)).count == 1 && (rows[0].cells.count > 2 || tellWork(rows))
      && names.allSatisfy { $0.contains(" ") && !$0.hasSuffix(".") && PersonLine.mayBeName($0) }
  }

  /// True if the line below most names clearly says a job or an organisation, and no name does.
  private static func tellWork(_ rows: [DocumentRow]) -> Bool {
    rows.count { PartOrder.lean($0.cells[1]) != 0 } * 4 >= rows.count * 3
      && !rows.contains { NameWords.mentionsPosition($0.cells[0]) }
  }

  static func part(_ lines: [String]) -> DocumentPart {
    .lines(lines.enumerated().map { DocumentLine(line: $0.offset + 1, text: $0.element.tidied) })
  }

  /// At most one address, and at the top a short line that is neither an item nor an address: a name.
  private static func isPerson(_ block: [DocumentLine]) -> Bool {
    guard block.count(where: { $0.text.contains("@") }) <= 1, let name = block.first?.text else { return false }
    let words = name.split(separator: " ")
    return (1...6).contains(words.count) && name.count < 60 && !name.contains("@") && !name.hasPrefix("• ")
      && !name.contains { $0 == "," || $0 == ":" || $0 == "\t" } && name.contains(where: \.isLetter)
  }
}
