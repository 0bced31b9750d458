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
    case .signatures:
      let lines = LineBlocks.part(try lines(bytes).map(\.text)).withShownAddresses
      try table.read(tables: [Signatures.rows(of: lines) ?? []], into: sink)
    case .blocks: try table.read(tables: blocks(bytes), into: sink)
    case .table: try table.read(bytes, into: sink)
    }
    return table.layout
  }

  private func readLines(_ bytes: [UInt8], into sink: ReadingSink) throws {
    let style = LineStyle(of: TextShape.lines(of: bytes))
    // `Entschuldigt:` holds for the people below it.
    var attendance: Attendance?
    var scanner = LineScanner(bytes)
    while let line = scanner.next() {
      guard line.number <= limits.rows else {
        throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
      }
      let text = String(decoding: bytes[line.range].prefix(limits.cellBytes), as: UTF8.self)
      if line.number.isMultiple(of: 1000) { try sink(.progress(Double(scanner.position) / Double(bytes.count))) }
      guard let event = PersonLine(text, line: line.number, style: style).event else { continue }
      if CellWords.isSection(text.tidied) { attendance = CellWords.standing(String(text.tidied.prefix { $0 != ":" })) }
      try sink(event.with(attendance))
    }
  }

  private func blocks(_ bytes: [UInt8]) throws -> [[DocumentRow]] {
    let lines = LineBlocks.part(try lines(bytes).map(\.text)).withShownAddresses
    let part = LineBlocks.tabled(FootnotedNames.tabled(lines))
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

extension ReadingEvent {
  /// The same with what a title above says of everybody below it.
  fileprivate func with(_ attendance: Attendance?) -> ReadingEvent {
    guard let attendance, case .person(var person) = self, person.attendance == nil else { return self }
    person.attendance = attendance
    return .person(person)
  }
}
