import Foundation

/// Reads the cells of one sheet of an old workbook.
struct BIFFSheet {
  private static let mostMerged = 10_000
  private let globals: BIFFGlobals
  private let limits: ReadingLimits
  private let budget: TextBudget
  private var cells: [Int: [Int: String]] = [:]
  private var formula: (row: Int, column: Int)?

  init(globals: BIFFGlobals, limits: ReadingLimits) {
    self.globals = globals
    self.limits = limits
    budget = TextBudget(limits: limits)
  }

  func rows(from offset: Int, in stream: Data) throws -> [DocumentRow] {
    var sheet = self
    var records = BIFFRecords(stream, from: offset)
    var depth = 0
    while let record = records.next() {
      if record.kind == 0x0809 { depth += 1 }
      if record.kind == 0x0A { depth -= 1 }
      if depth == 0 { break }
      // Charts are separate streams inside a sheet.
      if depth == 1 { try sheet.take(record) }
    }
    return try sheet.rows()
  }

  private func rows() throws -> [DocumentRow] {
    try cells.keys.sorted().map { number in
      let row = cells[number, default: [:]]
      let cells = (0...(row.keys.max() ?? 0)).map { row[$0] ?? "" }
      let written = DocumentRow(line: number + 1, cells: cells)
      try budget.spend(written)
      return written
    }
  }

  private mutating func take(_ record: BIFFRecord) throws {
    let data = record.data
    switch record.kind {
    case 0xFD:
      let index = Int(data.double(at: 6) ?? .max)
      if globals.strings.indices.contains(index) { try place(globals.strings[index], data) }
    case 0x0204, 0xD6: try place(globals.text(data, at: 6), data)
    case 0x0203: try place(number(data.quad(at: 6).map(Double.init(bitPattern:)), style(data)), data)
    case 0x027E: try place(number(data.double(at: 6).map(BIFFNumber.value), style(data)), data)
    case 0xBD: try placeNumbers(data)
    case 0x06: try placeResult(data)
    case 0x0207: try placeFormulaText(data)
    case 0x0205: if data.count > 7, data[7] == 0 { try place(data[6] == 1 ? "TRUE" : "FALSE", data) }
    case 0xE5: try merge(data)
    case 0x01B8: try link(data)
    default: break
    }
  }

  private func style(_ data: Data) -> Int { Int(data.word(at: 4) ?? 0) }

  private func number(_ value: Double?, _ style: Int) -> String {
    value.map { BIFFNumber.text($0, globals.format(style), globals.dates) } ?? ""
  }

  private mutating func place(_ text: String, _ data: Data) throws {
    guard let row = data.word(at: 0), let column = data.word(at: 2) else { return }
    try place(text, Int(row), Int(column))
  }

  private mutating func place(_ text: String, _ row: Int, _ column: Int) throws {
    guard !text.isEmpty else { return }
    guard column < limits.columns else {
      throw Problem("import.problem.tooManyColumns", ["line": String(row + 1), "limit": String(limits.columns)])
    }
    guard text.utf8.count <= limits.cellBytes else { throw XMLText.tooLong(line: row + 1, limit: limits.cellBytes) }
    try budget.spend(text.utf8.count)
    cells[row, default: [:]][column] = text
  }

  private mutating func placeNumbers(_ data: Data) throws {
    guard let row = data.word(at: 0), let first = data.word(at: 2) else { return }
    for index in 0..<max(0, (data.count - 6) / 6) {
      let style = Int(data.word(at: 4 + index * 6) ?? 0)
      let value = data.double(at: 6 + index * 6).map(BIFFNumber.value)
      try place(number(value, style), Int(row), Int(first) + index)
    }
  }

  /// The latest result of a formula; a text follows in the next record.
  private mutating func placeResult(_ data: Data) throws {
    guard let row = data.word(at: 0), let column = data.word(at: 2), data.count >= 14 else { return }
    guard data.word(at: 12) == 0xFFFF else {
      return try place(number(data.quad(at: 6).map(Double.init(bitPattern:)), style(data)), data)
    }
    switch data[6] {
    case 0: formula = (Int(row), Int(column))
    case 1: try place(data[8] == 1 ? "TRUE" : "FALSE", data)
    default: break
    }
  }

  private mutating func placeFormulaText(_ data: Data) throws {
    guard let place = formula else { return }
    formula = nil
    try self.place(globals.text(data, at: 0), place.row, place.column)
  }

  /// A cell merged downwards repeats its text in each row.
  private mutating func merge(_ data: Data) throws {
    for index in 0..<min(Int(data.word(at: 0) ?? 0), Self.mostMerged) {
      let offset = 2 + index * 8
      guard let first = data.word(at: offset), let last = data.word(at: offset + 2),
        let column = data.word(at: offset + 4), first < last, let text = cells[Int(first)]?[Int(column)]
      else { continue }
      for row in (Int(first) + 1)...Int(last) where cells[row] != nil { try place(text, row, Int(column)) }
    }
  }

  private mutating func link(_ data: Data) throws {
    guard let row = data.word(at: 0).map(Int.init), let column = data.word(at: 4).map(Int.init),
      let address = BIFFLink.target(data).flatMap(LinkTarget.address)
    else { return }
    var text = DraftText(cells[row]?[column] ?? "")
    text.add(addresses: [address])
    try place(text.string, row, column)
  }
}
