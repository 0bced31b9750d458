/// Things said, written down and promised at a table.
extension FloorDraft {
  mutating func say(_ text: String) throws(FloorRefusal) {
    let text = try FloorText.filledLines(text, upTo: FloorRules.sayingLength)
    guard let table = floor.table(of: who) else { throw .notAtTable }
    let heardBy = floor.company(at: table.id).map(\.id)
    happen(.said(saying: Saying(who: who, table: table.id, text: text, at: now, heardBy: heardBy)))
  }

  /// Without a line, or on an outdated revision, the text becomes a line of its own, so that nobody's words are lost.
  mutating func write(_ line: Int?, _ revision: Int?, _ text: String) throws(FloorRefusal) {
    let text = try FloorText.line(text, upTo: FloorRules.coasterLength)
    guard let table = floor.table(of: who) else { throw .notAtTable }
    guard let line else { return try add(text, to: table.id) }
    guard let old = floor.coasters[table.id]?.first(where: { $0.id == line }) else { throw .noSuchLine }
    guard old.text != text else { return }
    guard old.revision == revision else { return try addOutdated(text, to: table.id) }
    try write(
      CoasterLine(id: line, table: table.id, author: who, text: text, revision: old.revision + 1),
      fills: old.text.isEmpty)
  }

  /// An empty `to` means everybody else at the table.
  mutating func promise(_ to: [ParticipantID], _ text: String) throws(FloorRefusal) {
    let text = try FloorText.filledLine(text, upTo: FloorRules.promiseLength)
    guard let table = floor.table(of: who) else { throw .notAtTable }
    let others = floor.company(at: table.id).map(\.id).filter { $0 != who }
    let meant = to.isEmpty ? others : others.filter(to.contains)
    guard !meant.isEmpty, Set(to).isSubset(of: others) else { throw .notAtSameTable }
    guard floor.promises.count(where: { $0.from == who }) < FloorRules.promises else { throw .tooManyLines }
    happen(.promised(promise: PartyPromise(id: floor.memory.lastPromise + 1, from: who, to: meant, text: text)))
  }

  /// Crossing out a line that has since changed would lose somebody else's words.
  private mutating func addOutdated(_ text: String, to table: TableID) throws(FloorRefusal) {
    if !text.isEmpty { try add(text, to: table) }
  }

  private mutating func add(_ text: String, to table: TableID) throws(FloorRefusal) {
    guard !text.isEmpty else { throw .emptyText }
    try write(
      CoasterLine(id: floor.memory.lastLine + 1, table: table, author: who, text: text, revision: 1), fills: true)
  }

  private mutating func write(_ line: CoasterLine, fills: Bool) throws(FloorRefusal) {
    let lines = floor.coasters[line.table] ?? []
    let isFull = lines.count { !$0.text.isEmpty } >= FloorRules.lines || lines.count >= FloorRules.linesEver
    if fills, isFull { throw .tooManyLines }
    happen(.coaster(line: line))
  }
}
