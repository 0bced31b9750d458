/// Makes people of a document's parts.
package struct DocumentPeople {
  private let told: (columns: [ColumnRole]?, hasHeader: Bool?)
  private let limits: ReadingLimits
  /// How the tables were understood; nil where there was none.
  package private(set) var layout: TableLayout?

  package init(columns: [ColumnRole]? = nil, hasHeader: Bool? = nil, limits: ReadingLimits = .standard) {
    told = (columns, hasHeader)
    self.limits = limits
  }

  /// The tables if there are any, else the lines. Throws `import.problem.tooManyRows`, and whatever the sink throws.
  package mutating func read(_ parts: [DocumentPart], into sink: ReadingSink) throws {
    let rows = parts.flatMap { part -> [DocumentRow] in
      if case .table(let rows) = part { return rows }
      return []
    }
    guard rows.isEmpty else {
      var table = TableReader(columns: told.columns, hasHeader: told.hasHeader, limits: limits)
      try table.read(rows: rows, into: sink)
      layout = table.layout
      return
    }
    try read(lines: parts, into: sink)
  }

  private mutating func read(lines parts: [DocumentPart], into sink: ReadingSink) throws {
    var bytes: [UInt8] = []
    var line = 1
    for case .lines(let lines) in parts {
      for text in lines {
        bytes.append(contentsOf: repeatElement(.lineFeed, count: max(0, min(text.line, limits.rows) - line)))
        line = max(line, min(text.line, limits.rows))
        bytes.append(contentsOf: text.text.utf8.map { $0.isLineEnd ? .space : $0 })
      }
    }
    layout = try TextPeople(columns: told.columns, hasHeader: told.hasHeader, limits: limits).read(bytes, into: sink)
  }
}
