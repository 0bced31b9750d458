/// A table of a `DocumentDraft` that has not ended yet.
struct OpenTable {
  struct Cell {
    var text = DraftText()
    var columns = 1
    var rows = 1
    /// The number of times the same cell occurs side by side.
    var copies = 1
  }

  private(set) var rows: [DocumentRow] = []
  private(set) var line = 0
  private(set) var isInRow = false
  private(set) var isInCell = false
  var cell = Cell()
  private var cells: [String] = []
  /// Texts of cells that extend down into this row, by column, with the number of rows they have left.
  private var fromAbove: [Int: (text: String, rows: Int)] = [:]
  private var above: [String] = []

  /// Cells up to the last with text; empty ones after it don't count.
  var width: Int { (cells.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  mutating func append(_ row: DocumentRow) { rows.append(row) }

  mutating func beginRow(_ line: Int) {
    self.line = line
    isInRow = true
    cells = []
  }

  mutating func beginCell(_ column: Int?) {
    if let column {
      addCovered(min(column, 16_384) - cells.count)
    } else {
      takeFromAbove()
    }
    isInCell = true
    cell = Cell()
  }

  mutating func endCell() {
    isInCell = false
    let text = cell.text.string.trimmedOfSpaces
    if cell.rows > 1 {
      for column in cells.count..<(cells.count + cell.columns) {
        fromAbove[column] = (column == cells.count ? text : "", cell.rows - 1)
      }
    }
    cells.append(contentsOf: repeatElement(text, count: max(cell.copies, 1)))
    cells.append(contentsOf: repeatElement("", count: max(cell.columns, 1) - 1))
  }

  mutating func continueFromAbove() {
    guard above.indices.contains(cells.count) else { return }
    cell.text = DraftText(above[cells.count])
  }

  mutating func addCovered(_ count: Int) {
    for _ in 0..<max(count, 0) {
      if fromAbove[cells.count] != nil { takeOneFromAbove() } else { cells.append("") }
    }
  }

  /// Nil outside a row.
  mutating func endRow() -> DocumentRow? {
    guard isInRow else { return nil }
    isInRow = false
    takeFromAbove()
    for (column, reach) in fromAbove where column > cells.count && !reach.text.isEmpty { fill(column, reach) }
    let row = DocumentRow(line: line, cells: Array(cells.prefix(width)))
    above = cells
    return row
  }

  private mutating func fill(_ column: Int, _ reach: (text: String, rows: Int)) {
    while cells.count <= column { cells.append("") }
    cells[column] = reach.text
    lower(column, reach)
  }

  private mutating func takeFromAbove() {
    while fromAbove[cells.count] != nil { takeOneFromAbove() }
  }

  private mutating func takeOneFromAbove() {
    let column = cells.count
    guard let reach = fromAbove[column] else { return }
    cells.append(reach.text)
    lower(column, reach)
  }

  private mutating func lower(_ column: Int, _ reach: (text: String, rows: Int)) {
    fromAbove[column] = reach.rows > 1 ? (reach.text, reach.rows - 1) : nil
  }
}
