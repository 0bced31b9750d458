/// Makes people from a document's parts.
package struct DocumentPeople {
  private let advice: ListAdvice
  private let limits: ReadingLimits
  /// The layout found in the tables; nil if there are none.
  package private(set) var layout: TableLayout?

  package init(advice: ListAdvice = ListAdvice(), limits: ReadingLimits = .standard) {
    self.advice = advice
    self.limits = limits
  }

  /// Reads the tables if there are any with people, otherwise the lines. Throws `import.problem.tooManyRows`, and
  /// whatever the sink throws.
  package mutating func read(_ parts: [DocumentPart], into sink: ReadingSink) throws {
    let tables = parts.compactMap { part -> [DocumentRow]? in
      if case .table(let rows) = part, !rows.isEmpty { return rows }
      return nil
    }
    if !tables.isEmpty {
      let events = try tableEvents(tables)
      if events.contains(where: \.isPerson) || parts.count == tables.count { return try events.forEach(sink) }
      layout = nil
    }
    try read(lines: parts, into: sink)
  }

  private mutating func tableEvents(_ tables: [[DocumentRow]]) throws -> [ReadingEvent] {
    var table = TableReader(advice: advice, limits: limits)
    var events: [ReadingEvent] = []
    try table.read(tables: tables) { events.append($0) }
    layout = table.layout
    return events
  }

  private mutating func read(lines parts: [DocumentPart], into sink: ReadingSink) throws {
    var bytes: [UInt8] = []
    var line = 1
    for case .lines(let lines) in parts {
      for text in lines {
        let place = max(1, min(text.line, limits.rows))
        bytes.append(contentsOf: repeatElement(.lineFeed, count: max(0, place - line)))
        line = max(line, place)
        bytes.append(contentsOf: text.text.utf8.map { $0.isLineEnd ? .space : $0 })
      }
    }
    let text = TextPeople(advice: advice, limits: limits)
    layout = try text.read(bytes, as: TextShape(of: bytes), into: sink)
  }
}

extension ReadingEvent {
  var isPerson: Bool {
    if case .person = self { true } else { false }
  }
}
