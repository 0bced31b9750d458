/// Takes the content of an OpenDocument file as it streams by.
final class OpenDocumentHandler: XMLHandler {
  private let draft: DocumentDraft
  private var skipped = SkippedElements([
    "annotation", "tracked-changes", "note", "table-of-content", "forms", "shapes", "title", "desc", "styles",
    "master-styles", "font-face-decls", "settings", "meta", "scripts", "dde-links", "binary-data",
  ])
  private var sheets: [OpenDocumentSheet] = []
  private var paragraphs = 0
  private var lists: [Int] = []
  private var hiddenStyles: Set<String> = []
  private var style = ""
  private var raisedStyles: Set<String> = []
  /// For each open span, true if it is raised.
  private var spans: [Bool] = []

  init(limits: ReadingLimits) { draft = DocumentDraft(limits: limits) }

  func parts() throws -> [DocumentPart] { try draft.parts() }

  func start(_ element: XMLElement, line: () -> Int) throws {
    guard !skipped.start(element.name, also: isHidden(element)) else { return }
    switch element.name {
    case "table", "table-row", "table-cell", "covered-table-cell": try startTablePart(element)
    case "p", "h": try startParagraph()
    case "list": lists.append(0)
    case "list-item": if let last = lists.indices.last { lists[last] += 1 }
    case "s": try draft.text(String(repeating: " ", count: min(max(element["c"].flatMap { Int($0) } ?? 1, 0), 200)))
    case "tab": try draft.text(draft.isInTable ? " " : "\t")
    case "line-break": try draft.lineBreak()
    case "a": if let target = element["href"] { draft.link(to: target) }
    case "span": spans.append(raisedStyles.contains(element["style-name"] ?? ""))
    case "text-properties": if element["text-position"]?.hasPrefix("super") == true { raisedStyles.insert(style) }
    case "style": style = element["name"] ?? ""
    case "table-properties": if element["display"] == "false" { hiddenStyles.insert(style) }
    default: break
    }
  }

  func end(_ name: String) throws {
    guard !skipped.end() else { return }
    switch name {
    case "table":
      sheets.removeLast()
      try draft.endTable()
    case "table-row": try endRow()
    case "table-cell": try endCell()
    case "p", "h":
      paragraphs = max(0, paragraphs - 1)
      try draft.endLine()
    case "list": lists = lists.dropLast()
    case "span": spans = spans.dropLast()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard !skipped.isSkipping, paragraphs > 0 else { return }
    if spans.last == true { try draft.text(RaisedText.written(bytes)) } else { try draft.text(bytes) }
  }

  /// A hidden sheet is not part of the document people see.
  private func isHidden(_ element: XMLElement) -> Bool {
    guard element.name == "table", let style = element["style-name"] else { return false }
    return hiddenStyles.contains(style)
  }

  private func startTablePart(_ element: XMLElement) throws {
    if element.name == "table" {
      sheets.append(OpenDocumentSheet())
      return try draft.beginTable()
    }
    guard let last = sheets.indices.last else { return }
    switch element.name {
    case "table-row":
      try draft.beginRow(number: sheets.count == 1 ? sheets[last].row + 1 : nil)
      sheets[last].beginRow(repeated: element["number-rows-repeated"])
    case "table-cell":
      sheets[last].beginCell(element)
      try draft.beginCell(column: nil)
      draft.span(columns: 1, rows: element["number-rows-spanned"].flatMap { Int($0) } ?? 1)
    default: try draft.addCoveredCells(element["number-columns-repeated"].flatMap { Int($0) } ?? 1)
    }
  }

  private func startParagraph() throws {
    paragraphs += 1
    if let number = lists.last, number > 0 { draft.beginItem() }
  }

  private func endCell() throws {
    guard let sheet = sheets.last else { return }
    try draft.endCell(orValue: sheet.value, repeated: sheet.cellRepeats)
  }

  private func endRow() throws {
    try draft.endRow()
    guard let last = sheets.indices.last else { return }
    sheets[last].endRow()
  }
}

/// The handler's position in an OpenDocument table.
struct OpenDocumentSheet {
  /// Rows ended so far, counting each repetition.
  private(set) var row = 0
  private(set) var cellRepeats = 1
  /// The value of a cell that shows no text.
  private(set) var value = ""
  private var rowRepeats = 1
  /// More than any sheet has.
  private static let mostRows = 1 << 24

  mutating func beginRow(repeated: String?) {
    rowRepeats = min(max(1, repeated.flatMap { Int($0) } ?? 1), Self.mostRows)
  }

  mutating func beginCell(_ element: XMLElement) {
    cellRepeats = max(1, element["number-columns-repeated"].flatMap { Int($0) } ?? 1)
    value = element["string-value"] ?? element["date-value"] ?? element["value"] ?? ""
  }

  mutating func endRow() {
    row = min(row + rowRepeats, Self.mostRows)
  }
}
