import Foundation

/// Reads the rows of a workbook in Excel's XML of 2003 ("XML Spreadsheet Reference"): `Worksheet/Table/Row/Cell/Data`.
enum ExcelXMLReader {
  /// Throws the problems of `XMLReader`, `import.problem.tooManyRows` and `.tooManyColumns`.
  static func tables(of data: Data, limits: ReadingLimits) throws -> [[DocumentRow]] {
    let handler = ExcelXMLHandler(limits: limits)
    try XMLReader.read(data, limits: limits, handler: handler)
    return handler.tables
  }
}

private final class ExcelXMLHandler: XMLHandler {
  private(set) var tables: [[DocumentRow]] = []
  private let limits: ReadingLimits
  private var rows: [DocumentRow] = []
  private var cells: [String] = []
  private var line = 0
  private var column = 0
  private var count = 0
  private var cellCount = 0
  private var text: XMLText
  private var isData = false
  private var address: String?

  init(limits: ReadingLimits) {
    self.limits = limits
    text = XMLText(limit: limits.cellBytes)
  }

  /// `ss:Index` leaves out rows and cells; what lies beyond any sheet is taken for the next one.
  func start(_ element: XMLElement, line: () -> Int) throws {
    switch element.name {
    case "Worksheet": (self.line, rows) = (0, [])
    case "Row":
      self.line = Self.index(element, in: 1...1_048_576) ?? self.line + 1
      (cells, column) = ([], 0)
    case "Cell":
      column = Self.index(element, in: 1...16_384) ?? column + 1
      address = element["HRef"].flatMap { $0.lowercased().hasPrefix("mailto:") ? MailAddress($0)?.text : nil }
      text.clear()
    case "Data": isData = true
    default: break
    }
  }

  func end(_ name: String) throws {
    switch name {
    case "Data": isData = false
    case "Cell": try endCell()
    case "Row":
      if !cells.isEmpty { rows.append(DocumentRow(line: line, cells: cells)) }
      count += 1
      guard count <= limits.rows else { throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)]) }
    case "Worksheet": if !rows.isEmpty { tables.append(rows) }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if isData { try text.append(bytes, line: line) }
  }

  private func endCell() throws {
    let content = text.string
    guard !content.isEmpty else { return }
    guard column <= limits.columns else {
      throw Problem("import.problem.tooManyColumns", ["line": String(line), "limit": String(limits.columns)])
    }
    cellCount += max(0, column - cells.count)
    guard cellCount <= limits.cells else {
      throw Problem("import.problem.tooManyValues", ["limit": String(limits.cells)])
    }
    while cells.count < column { cells.append("") }
    cells[column - 1] = address.map { content.contains("@") ? content : "\(content) <\($0)>" } ?? content
  }

  private static func index(_ element: XMLElement, in range: ClosedRange<Int>) -> Int? {
    element["Index"].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
  }
}
