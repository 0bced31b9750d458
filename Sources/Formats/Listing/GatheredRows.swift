/// Takes rows one by one; the first are held until there are enough to understand the table.
final class GatheredRows {
  private let told: (columns: [ColumnRole]?, hasHeader: Bool?)
  private let limits: ReadingLimits
  private let sink: ReadingSink
  private var held: [(line: Int, cells: [String])] = []
  private var people: PersonRows?
  private var count = 0
  private(set) var layout = TableLayout()

  init(columns: [ColumnRole]?, hasHeader: Bool?, limits: ReadingLimits, sink: @escaping ReadingSink) {
    told = (columns, hasHeader)
    self.limits = limits
    self.sink = sink
  }

  func take(_ line: Int, _ cells: [String]) throws {
    count += 1
    guard count <= limits.rows else { throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)]) }
    if let people {
      for event in people.events(of: SheetRow(line: line, cells: cells)) { try sink(event) }
    } else if cells.contains(where: { !$0.tidied.isEmpty }) {
      held.append((line, cells))
      if held.count == TableLayout.sampleSize { try understand() }
    }
    if count.isMultiple(of: 1000) { try sink(.progress(Double(count) / Double(count + 1000))) }
  }

  func finish() throws {
    if people == nil { try understand() }
  }

  private func understand() throws {
    layout = TableLayout(rows: held, columns: told.columns, hasHeader: told.hasHeader)
    let people = PersonRows(layout)
    self.people = people
    for (line, cells) in held {
      for event in people.events(of: SheetRow(line: line, cells: cells)) { try sink(event) }
    }
    held = []
  }
}
