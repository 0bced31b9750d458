/// Makes people from plain text.
struct TextPeople {
  let advice: ListAdvice
  let limits: ReadingLimits

  /// - Returns: the layout found in the table; nil if there is none.
  func read(_ bytes: [UInt8], as shape: TextShape, into sink: ReadingSink) throws -> TableLayout? {
    var table = TableReader(advice: advice, limits: limits)
    switch shape {
    case .addresses:
      var reader = AddressListReader()
      try reader.read(bytes, limits: limits, into: sink)
      return nil
    case .lines:
      try readLines(bytes, into: sink)
      return nil
    case .columns: try table.read(tables: [spacedRows(bytes)], into: sink)
    case .blocks: try table.read(tables: blocks(bytes), into: sink)
    case .table: try table.read(bytes, into: sink)
    }
    return table.layout
  }

  private func readLines(_ bytes: [UInt8], into sink: ReadingSink) throws {
    var scanner = LineScanner(bytes)
    while let line = scanner.next() {
      guard line.number <= limits.rows else {
        throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
      }
      let text = String(decoding: bytes[line.range].prefix(limits.cellBytes), as: UTF8.self)
      if let event = PersonLine(text, line: line.number).event { try sink(event) }
      if line.number.isMultiple(of: 1000) { try sink(.progress(Double(scanner.position) / Double(bytes.count))) }
    }
  }

  private func blocks(_ bytes: [UInt8]) throws -> [[DocumentRow]] {
    let part = LineBlocks.tabled(LineBlocks.part(try lines(bytes).map(\.text)))
    return DocumentContent.parts([part]).tables
  }

  private func spacedRows(_ bytes: [UInt8]) throws -> [DocumentRow] {
    let lines = try lines(bytes)
    guard let columns = SpacedColumns(Array(lines.prefix(200).map(\.text))) else { return [] }
    return lines.map { DocumentRow(line: $0.number, cells: columns.cells(of: $0.text)) }
  }

  private func lines(_ bytes: [UInt8]) throws -> [(number: Int, text: String)] {
    var scanner = LineScanner(bytes)
    var lines: [(number: Int, text: String)] = []
    while let line = scanner.next() {
      guard line.number <= limits.rows else {
        throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
      }
      lines.append((line.number, String(decoding: bytes[line.range].prefix(limits.cellBytes), as: UTF8.self)))
    }
    return lines
  }
}
