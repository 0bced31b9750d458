import Foundation

/// Reads people from the rows of a table, whatever format the table is in.
struct TableReader {
  private let advice: ListAdvice
  private let limits: ReadingLimits
  private(set) var layout = TableLayout()

  init(advice: ListAdvice, limits: ReadingLimits) {
    self.advice = advice
    self.limits = limits
  }

  /// Rows of text.
  mutating func read(_ bytes: [UInt8], into sink: ReadingSink) throws {
    let bytes = CSVDialect.unwrapped(bytes) ?? bytes
    let delimiter = CSVDialect.delimiter(of: bytes)
    let limits = limits
    try people(into: sink) { people in
      var reader = CSVReader(bytes, delimiter: delimiter, limits: limits)
      var row = CSVRow()
      while reader.next(into: &row) {
        if let problem = row.problem {
          try people.reject(RejectedRow(line: row.line, problem: problem, cells: reader.texts(of: row)))
        } else {
          let position = Double(reader.position) / Double(bytes.count)
          try people.take(TextRow(reader: reader, row: row)) { _ in position }
        }
      }
    }
    if delimiter != CSVDialect.singleColumn { layout.delimiter = String(UnicodeScalar(delimiter)) }
  }

  /// Rows of a document's tables, and of a workbook's sheets.
  mutating func read(tables: [[DocumentRow]], into sink: ReadingSink) throws {
    let count = tables.reduce(0) { $0 + $1.count }
    try people(into: sink) { people in
      for table in tables {
        for row in table {
          try people.take(SheetRow(line: row.line, cells: row.cells)) { Double($0) / Double(max(count, $0)) }
        }
        people.endPart()
      }
    }
  }

  private mutating func people(into sink: ReadingSink, _ source: (TablePeople) throws -> Void) throws {
    layout = try withoutActuallyEscaping(sink) { sink in
      let people = TablePeople(advice: advice, limits: limits, sink: sink)
      try source(people)
      try people.finish()
      var layout = people.layout ?? TableLayout()
      layout.outline = people.outline
      return layout
    }
  }
}
