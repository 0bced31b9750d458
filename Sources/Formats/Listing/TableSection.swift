/// Rows under one header, or rows without any.
struct TableSection {
  struct Row {
    let line: Int
    let cells: [String]
    /// True if a sheet or a table begins with it.
    var beginsPart = false
  }

  var header: Row?
  /// The rows above the header, or between it and the section before.
  var preamble: [Row] = []
  var rows: [Row] = []

  /// The sections of a table, or of its first rows.
  /// - Parameter known: an earlier statement about a row that is a header.
  static func sections(of rows: [Row], known: (Row) -> HeaderAdvice? = { _ in nil }) -> [TableSection] {
    var sections: [TableSection] = []
    for part in parts(of: rows) { append(part, to: &sections, known) }
    return sections
  }

  private static func parts(of rows: [Row]) -> [ArraySlice<Row>] {
    var parts: [ArraySlice<Row>] = []
    var start = rows.startIndex
    for index in rows.indices where rows[index].beginsPart && index > start {
      parts.append(rows[start..<index])
      start = index
    }
    return parts + (start < rows.endIndex ? [rows[start...]] : [])
  }

  /// A table that continues across a page has no header of its own and as many columns as the one before.
  private static func append(
    _ part: ArraySlice<Row>, to sections: inout [TableSection], _ known: (Row) -> HeaderAdvice?
  ) {
    let rows = Array(part)
    guard let first = firstHeader(of: rows, known) else {
      if let last = sections.indices.last, sections[last].header != nil, sections[last].width == rows.width {
        sections[last].rows += rows
      } else {
        let titles = rows.titles
        sections.append(TableSection(preamble: Array(rows.prefix(titles)), rows: Array(rows.dropFirst(titles))))
      }
      return
    }
    var section = TableSection(header: rows[first], preamble: Array(rows[..<first]))
    for row in rows[(first + 1)...] {
      if row.cells.tidy != section.header?.cells.tidy, known(row) != nil || HeaderRow.begins(row.cells) {
        let titles = section.takeTitles()
        sections.append(section)
        section = TableSection(header: row, preamble: titles)
      } else {
        section.rows.append(row)
      }
    }
    sections.append(section)
  }

  private static func firstHeader(of rows: [Row], _ known: (Row) -> HeaderAdvice?) -> Int? {
    if let told = rows.firstIndex(where: { known($0)?.beginsList == true }) { return told }
    return [HeaderRow.index(in: rows.map(\.cells)), rows.firstIndex { known($0) != nil }].compactMap { $0 }.min()
  }

  /// Up to two single-cell rows before the next header are its titles: `Panelist Details`.
  private mutating func takeTitles() -> [Row] {
    let titles = rows.suffix(2).reversed().prefix { $0.cells.tidy.count { !$0.isEmpty } == 1 }
    rows.removeLast(titles.count)
    return titles.reversed()
  }

  private var width: Int { header?.cells.count ?? rows.width }
}

extension [TableSection.Row] {
  /// The number of lines above a table without a header: rows with one cell, where nearly all have several.
  fileprivate var titles: Int {
    func isNarrow(_ row: TableSection.Row) -> Bool { row.cells.count { !$0.tidied.isEmpty } < 2 }
    let titles = prefix(while: isNarrow).count
    return titles <= 5 && dropFirst(titles).count > 1 && !dropFirst(titles).contains(where: isNarrow) ? titles : 0
  }

  fileprivate var width: Int { map(\.cells.count).max() ?? 0 }
}

extension [String] {
  var tidy: [String] { map(\.tidied) }
}
