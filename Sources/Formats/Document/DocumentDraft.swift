import Foundation

/// A document being read: readers report what begins and ends, in the order of the source, and get parts. Tables may be
/// nested in cells; each becomes a part of its own. Merged cells repeat their text in each row they cover.
///
/// Problems: `import.problem.tooManyRows` with `limit`, `.tooManyColumns` and `.cellTooLong` with `line` and `limit`,
/// `.tooManyValues` with `limit`, `.tooSlow`.
final class DocumentDraft {
  private let limits: ReadingLimits
  private let budget: TextBudget
  private var finished: [DocumentPart] = []
  private var lines: [DocumentLine] = []
  private var open: [OpenTable] = []
  private var line = DraftText()
  private var links: [String] = []
  private var place = 0
  private var isItem = false
  private var isBroken = false

  init(limits: ReadingLimits) {
    self.limits = limits
    budget = TextBudget(limits: limits)
  }

  /// Everything reported so far; tables and lines still open end here.
  func parts() throws -> [DocumentPart] {
    while !open.isEmpty { try endTable() }
    try endLine()
    endLines()
    return finished
  }

  // MARK: Tables

  var isInTable: Bool { !open.isEmpty }
  var isInCell: Bool { open.last?.isInCell ?? false }

  func beginTable() throws {
    if open.isEmpty {
      try endLine()
      endLines()
    }
    guard open.count < limits.depth else { throw Problem("import.problem.tooDeep", ["limit": String(limits.depth)]) }
    open.append(OpenTable())
  }

  func endTable() throws {
    try endRow()
    guard let table = open.popLast(), !table.rows.isEmpty else { return }
    finished.append(.table(table.rows))
  }

  /// - Parameter number: the source's own number for the row; nil for its place in the document.
  func beginRow(number: Int? = nil) throws {
    try endRow()
    place += 1
    withTable { $0.beginRow(number ?? place) }
  }

  func endRow() throws {
    try endCell()
    guard let last = open.indices.last, let row = open[last].endRow() else { return }
    guard row.cells.contains(where: { !$0.isEmpty }) else { return }
    guard open[last].rows.count < limits.rows else {
      throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
    }
    try budget.spend(row)
    open[last].append(row)
  }

  /// - Parameter column: counted from 0 if the source gives it; nil for the next one that no cell from above covers.
  func beginCell(column: Int? = nil) throws {
    try endCell()
    if isInTable, open.last?.isInRow == false { try beginRow() }
    withTable { $0.beginCell(column) }
  }

  func endCell() throws {
    guard let last = open.indices.last, open[last].isInCell else { return }
    addLinks()
    open[last].endCell()
    guard open[last].width <= limits.columns else {
      let line = String(open[last].line)
      throw Problem("import.problem.tooManyColumns", ["line": line, "limit": String(limits.columns)])
    }
  }

  /// Ends a cell whose text is `value` if it has none of its own, and which occurs several times in a row.
  func endCell(orValue value: String, repeated: Int) throws {
    withTable { if $0.isInCell, $0.cell.text.count == 0, !value.isEmpty { $0.cell.text.append(value.utf8) } }
    withTable { $0.cell.copies = min(repeated, limits.columns + 1) }
    try endCell()
  }

  /// The extent of the open cell to the right and down.
  func span(columns: Int = 1, rows: Int = 1) {
    withTable {
      $0.cell.columns = min(max(columns, 1), limits.columns)
      $0.cell.rows = min(max(rows, 1), limits.rows)
    }
  }

  /// The open cell belongs to the one above it.
  func continueFromAbove() { withTable { $0.continueFromAbove() } }

  /// Cells that are written out although another one covers them.
  func addCoveredCells(_ count: Int) throws {
    try endCell()
    withTable { $0.addCovered(min(count, limits.columns + 1)) }
  }

  // MARK: Text

  func text(_ bytes: some Collection<UInt8>) throws {
    try budget.spend(bytes.count)
    if let last = open.indices.last, open[last].isInCell {
      open[last].cell.text.append(bytes)
      guard open[last].cell.text.count <= limits.cellBytes else {
        throw XMLText.tooLong(line: open[last].line, limit: limits.cellBytes)
      }
    } else {
      line.append(bytes)
      if line.count > limits.cellBytes { try endLine() }
    }
  }

  func text(_ text: String) throws { try self.text(text.utf8) }

  /// A new line inside a paragraph.
  func lineBreak() throws {
    guard !isInCell else { return try text("\n") }
    try finishLine()
    isBroken = true
  }

  /// Marks the next text as an item of a list.
  func beginItem() { isItem = open.isEmpty }

  /// The text after this begins on a line of its own. A paragraph of several lines is kept apart from the next.
  func endLine() throws {
    guard !isInCell else { return withTable { $0.cell.text.endParagraph() } }
    try finishLine()
    if isBroken, lines.last?.text.isEmpty == false { lines.append(DocumentLine(line: place, text: "")) }
    isBroken = false
  }

  private func finishLine() throws {
    addLinks()
    let text = line.string
    line.clear()
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    place += 1
    guard lines.count < limits.rows else {
      throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)])
    }
    lines.append(DocumentLine(line: place, text: (isItem ? "• " : "") + text.withoutOuterSpaces))
    isItem = false
  }

  /// An empty line, which separates what is above from what is below.
  func blankLine() throws {
    guard !isInCell else { return }
    try finishLine()
    if lines.last?.text.isEmpty == false { lines.append(DocumentLine(line: place, text: "")) }
  }

  /// The target of a link in the open cell or line. An address is added to a text that doesn't show it.
  func link(to target: String) {
    guard let address = LinkTarget.address(target), links.count < 100 else { return }
    links.append(address)
  }

  private func addLinks() {
    guard !links.isEmpty else { return }
    if let last = open.indices.last, open[last].isInCell {
      open[last].cell.text.add(addresses: links)
    } else {
      line.add(addresses: links)
    }
    links = []
  }

  private func endLines() {
    while lines.last?.text.isEmpty == true { lines.removeLast() }
    if !lines.isEmpty { finished.append(.lines(lines)) }
    lines = []
  }

  private func withTable(_ body: (inout OpenTable) -> Void) {
    guard let last = open.indices.last else { return }
    body(&open[last])
  }
}
