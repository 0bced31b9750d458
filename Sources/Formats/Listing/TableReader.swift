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

  /// Rows of a sheet, which come one by one.
  mutating func read(sheet data: Data, into sink: ReadingSink) throws {
    let limits = limits
    try gather(into: sink) { rows in try XLSXReader.rows(of: data, limits: limits) { try rows.take($0, $1) } }
  }

  /// Rows of a document's tables.
  mutating func read(rows: [DocumentRow], into sink: ReadingSink) throws {
    try gather(into: sink) { gathered in for row in rows { try gathered.take(row.line, row.cells) } }
  }

  private mutating func gather(into sink: ReadingSink, _ source: (GatheredRows) throws -> Void) throws {
    layout = try withoutActuallyEscaping(sink) { sink in
      let rows = GatheredRows(columns: told.columns, hasHeader: told.hasHeader, limits: limits, sink: sink)
      try source(rows)
      try rows.finish()
      return rows.layout
    }
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

  private func check(_ count: Int) throws {
    guard count <= limits.rows else { throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)]) }
  }
}
