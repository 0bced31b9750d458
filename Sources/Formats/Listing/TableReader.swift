import Foundation

/// Reads people from the rows of a table, whatever the table is written in.
struct TableReader {
  private let told: (columns: [ColumnRole]?, hasHeader: Bool?)
  private let limits: ReadingLimits
  private(set) var layout = TableLayout()

  init(columns: [ColumnRole]?, hasHeader: Bool?, limits: ReadingLimits) {
    told = (columns, hasHeader)
    self.limits = limits
  }

  /// Rows of text. The first ones are read twice: to understand the table, then as people.
  mutating func read(_ bytes: [UInt8], into sink: ReadingSink) throws {
    let bytes = CSVDialect.unwrapped(bytes) ?? bytes
    let delimiter = CSVDialect.delimiter(of: bytes)
    let first = firstRows(of: CSVReader(bytes, delimiter: delimiter, limits: limits))
    layout = TableLayout(rows: first, columns: told.columns, hasHeader: told.hasHeader)
    if delimiter != CSVDialect.singleColumn { layout.delimiter = String(UnicodeScalar(delimiter)) }
    let people = PersonRows(layout)
    var reader = CSVReader(bytes, delimiter: delimiter, limits: limits)
    var row = CSVRow()
    var count = 0
    while reader.next(into: &row) {
      count += 1
      try check(count)
      if let problem = row.problem {
        try sink(.rejected(RejectedRow(line: row.line, problem: problem, cells: reader.texts(of: row))))
      } else {
        for event in people.events(of: TextRow(reader: reader, row: row)) { try sink(event) }
      }
      if count.isMultiple(of: 1000) { try sink(.progress(Double(reader.position) / Double(bytes.count))) }
    }
  }

  /// Rows of a sheet, which come one by one; the first are held until there are enough to understand the table.
  mutating func read(sheet data: Data, into sink: ReadingSink) throws {
    var held: [(line: Int, cells: [String])] = []
    var people: PersonRows?
    var count = 0
    try XLSXReader.rows(of: data, limits: limits) { line, cells in
      count += 1
      try check(count)
      if let people {
        for event in people.events(of: SheetRow(line: line, cells: cells)) { try sink(event) }
      } else if cells.contains(where: { !$0.tidied.isEmpty }) {
        held.append((line, cells))
        if held.count == TableLayout.sampleSize { people = try understand(&held, into: sink) }
      }
      if count.isMultiple(of: 1000) { try sink(.progress(Double(count) / Double(count + 1000))) }
    }
    if people == nil { _ = try understand(&held, into: sink) }
  }

  private func firstRows(of reader: CSVReader) -> [(line: Int, cells: [String])] {
    var reader = reader
    var row = CSVRow()
    var rows: [(line: Int, cells: [String])] = []
    while rows.count < TableLayout.sampleSize, reader.next(into: &row) {
      guard row.problem == nil else { continue }
      let cells = reader.texts(of: row)
      if cells.contains(where: { !$0.tidied.isEmpty }) { rows.append((row.line, cells)) }
    }
    return rows
  }

  private mutating func understand(
    _ held: inout [(line: Int, cells: [String])], into sink: ReadingSink
  ) throws -> PersonRows {
    layout = TableLayout(rows: held, columns: told.columns, hasHeader: told.hasHeader)
    let people = PersonRows(layout)
    for (line, cells) in held {
      for event in people.events(of: SheetRow(line: line, cells: cells)) { try sink(event) }
    }
    held = []
    return people
  }

  private func check(_ count: Int) throws {
    guard count <= limits.rows else { throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)]) }
  }
}
