/// Reads the rows of a worksheet (ECMA-376 Part 1, §18.3.1) as they stream by.
final class SheetHandler: XMLHandler {
  static let lines = 1...1_048_576

  private let limits: ReadingLimits
  private let budget: CellBudget
  private let values: CellValues
  private let held: HeldSheetRows
  /// Rows with a value in them so far.
  private(set) var rowCount = 0

  private var isInData = false
  private var line = 0
  private var cells: [String] = []
  private var column = 0
  private var kind = CellValues.Kind.number
  private var style = 0
  private var content: XMLText
  private var run = RichText()
  private var isValue = false

  init(limits: ReadingLimits, budget: CellBudget, values: CellValues, held: HeldSheetRows) {
    self.limits = limits
    self.budget = budget
    self.values = values
    self.held = held
    content = XMLText(limit: limits.cellBytes)
  }

  func start(_ element: XMLElement, line: () -> Int) throws {
    guard isInData else { return try startOutside(element) }
    switch element.name {
    case "row": startRow(element)
    case "c": startCell(element)
    case "v": isValue = kind != .inline
    case "t", "rPh": if kind == .inline { run.start(element.name) }
    default: break
    }
  }

  /// Elements before and after the rows.
  private func startOutside(_ element: XMLElement) throws {
    switch element.name {
    case "sheetData": isInData = true
    case "mergeCell": if let reference = element["ref"] { try held.merge(reference) }
    case "hyperlink": if let reference = element["ref"], let id = element["id"] { try held.link(reference, to: id) }
    default: break
    }
  }

  /// Called once the whole sheet is read.
  func finish() throws { try held.flush() }

  func end(_ name: String) throws {
    guard isInData else { return }
    switch name {
    case "v": isValue = false
    case "t", "rPh": run.end(name)
    case "c": try endCell()
    case "row": try endRow()
    case "sheetData": isInData = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if isValue || run.isText { try content.append(bytes, line: line) }
  }

  /// Row numbers and cell references may be left out; then they count on, as they also do after an impossible one
  /// (ECMA-376 Part 1, §18.3.1.73: rows go up to 1,048,576).
  private func startRow(_ element: XMLElement) {
    let told = element["r"].flatMap { Int($0) }.flatMap { SheetHandler.lines.contains($0) ? $0 : nil }
    line = told ?? min(line + 1, SheetHandler.lines.upperBound)
    column = -1
    cells.removeAll(keepingCapacity: true)
  }

  private func startCell(_ element: XMLElement) {
    column = element["r"].flatMap(SheetHandler.column) ?? column + 1
    kind = element["t"].flatMap(CellValues.Kind.init) ?? .number
    style = element["s"].flatMap { Int($0) } ?? 0
    content.clear()
  }

  private func endCell() throws {
    guard !content.bytes.isEmpty else { return }
    guard let entry = values.entry(content, kind: kind, style: style) else {
      throw ZipFile.broken(part: "sharedStrings")
    }
    guard case .text(let text) = entry else { throw XMLText.tooLong(line: line, limit: limits.cellBytes) }
    try budget.spend(text.utf8.count)
    if !text.isEmpty { try place(text) }
  }

  private func place(_ text: String) throws {
    guard column < limits.columns else {
      throw Problem("import.problem.tooManyColumns", ["line": String(line), "limit": String(limits.columns)])
    }
    while cells.count <= column { cells.append("") }
    cells[column] = text
  }

  private func endRow() throws {
    guard !cells.isEmpty else { return }
    rowCount += 1
    guard rowCount <= limits.rows else {
      throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
    }
    try held.take(line, cells)
  }

  /// The column of a reference such as `AB12`, counted from 0; nil if it doesn't begin with letters, or has more of
  /// them than any sheet.
  static func column(_ reference: String) -> Int? {
    var number = 0
    for letter in reference.utf8.prefix(while: { $0 >= 0x41 }) {
      let upper = letter & 0xDF
      guard (0x41...0x5A).contains(upper), number < 100_000 else { return nil }
      number = number * 26 + Int(upper - 0x40)
    }
    return number > 0 ? number - 1 : nil
  }
}
