/// Reads people from vCards 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350), including ones that don't follow the standard
/// strictly.
struct VCardReader {
  private var lines: ContentLineReader
  private let size: Int
  private var card: Card?
  /// The nesting depth of cards inside this one, such as vCard 2.1's AGENT.
  private var depth = 0
  /// True after an AGENT that announces a card.
  private var expectsNested = false
  private var cards = 0

  init(_ bytes: [UInt8]) {
    lines = ContentLineReader(bytes)
    size = max(bytes.count, 1)
  }

  /// A stray line is rejected alone; the card around it is still read. An unclosed card ends where the next begins.
  mutating func read(limits: ReadingLimits, into sink: ReadingSink) throws {
    while let unfolded = lines.next() {
      guard let line = ContentLine(unfolded.bytes, line: unfolded.line), card != nil || line.isBegin else {
        try reject(unfolded, into: sink)
        continue
      }
      try take(line, limits: limits, into: sink)
    }
    try finishCard(into: sink)
  }

  private mutating func take(_ line: ContentLine, limits: ReadingLimits, into sink: ReadingSink) throws {
    defer { expectsNested = line.name == "AGENT" && line.value.allSatisfy(\.isBlank) }
    if line.isBegin, card != nil, depth > 0 || expectsNested, depth < limits.depth {
      depth += 1
    } else if line.isBegin {
      try finishCard(into: sink)
      card = Card(line: line.line)
      cards += 1
      guard cards <= limits.rows else { throw Problem("import.problem.tooManyRows", ["limit": String(limits.rows)]) }
      if cards.isMultiple(of: 1000) { try sink(.progress(Double(lines.position) / Double(size))) }
    } else if line.isEnd, depth > 0 {
      depth -= 1
    } else if line.isEnd {
      try finishCard(into: sink)
    } else if depth == 0 {
      card?.take(line)
    }
  }

  private mutating func finishCard(into sink: ReadingSink) throws {
    guard let card else { return }
    self.card = nil
    depth = 0
    try sink(card.event)
  }

  private func reject(_ line: ContentLineReader.Unfolded, into sink: ReadingSink) throws {
    let text = String(decoding: line.bytes.prefix(1000), as: UTF8.self)
    let key = card == nil ? "import.problem.outsideCard" : "import.problem.notAProperty"
    try sink(.rejected(RejectedRow(line: line.line, problem: Problem(key), cells: [text])))
  }
}

extension ContentLine {
  fileprivate var isBegin: Bool { name == "BEGIN" && isVCard }
  fileprivate var isEnd: Bool { name == "END" && isVCard }
  private var isVCard: Bool { text.uppercased() == "VCARD" }
}

extension Card {
  fileprivate var event: ReadingEvent {
    do throws(Problem) {
      return .person(try person())
    } catch {
      let cells = lines.map { $0.name + ": " + $0.text }
      return .rejected(RejectedRow(line: line, problem: error, cells: cells))
    }
  }
}
