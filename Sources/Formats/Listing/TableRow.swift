/// A row of any table. Cells become text only on demand.
protocol TableRow {
  var line: Int { get }
  var count: Int { get }
  /// True if any cell contains an `@`.
  var holdsAt: Bool { get }
  func text(_ column: Int) -> String
}

extension TableRow {
  var texts: [String] { (0..<count).map(text) }
}

struct TextRow: TableRow {
  let reader: CSVReader
  let row: CSVRow
  var line: Int { row.line }
  var count: Int { row.count }
  var holdsAt: Bool { reader.holds(.at, in: row) }
  func text(_ column: Int) -> String { reader.text(column, of: row) }
}

struct SheetRow: TableRow {
  let line: Int
  let cells: [String]
  var count: Int { cells.count }
  var holdsAt: Bool { cells.contains { $0.utf8.contains(.at) } }
  func text(_ column: Int) -> String { column < cells.count ? cells[column] : "" }
}
