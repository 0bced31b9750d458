/// Tables come and go.
extension FloorDraft {
  mutating func name(_ topic: String) throws(FloorRefusal) {
    let topic = try FloorText.line(topic, upTo: FloorRules.topicLength)
    guard let table = floor.table(of: who) else { throw .notAtTable }
    guard table.topic != topic else { return }
    happen(.topic(table: table.id, topic: topic, by: who))
  }

  /// Tables are set up when the first person comes. From then on one table is always free: empty, without a topic from
  /// the setup and with a clean coaster. Free tables beyond that one are cleared away.
  mutating func settleTables() {
    guard floor.people.values.contains(where: { floor.isPresent($0.id) || $0.isInRoom }) else { return }
    if floor.memory.lastTable == 0 { openTopics() }
    let clearable = floor.clearableTables
    for table in clearable.dropFirst() { happen(.tableClosed(table: table)) }
    if clearable.isEmpty { openTable() }
  }

  @discardableResult
  mutating func openTable(topic: String = "") -> TableID? {
    guard floor.tables.count < FloorRules.tables else { return nil }
    let table = TableID(number: floor.memory.lastTable + 1)
    happen(.tableOpened(table: table, topic: topic, limit: tableLimit))
    return table
  }

  private mutating func openTopics() {
    for topic in floor.setup.topics.prefix(FloorRules.tables - 1) {
      let topic = topic.collapsingWhitespace.cut(to: FloorRules.topicLength)
      if !topic.isEmpty { openTable(topic: topic) }
    }
  }
}

extension Floor {
  /// The first is the one to keep.
  fileprivate var clearableTables: [TableID] {
    tables.values
      .filter { isEmpty($0.id) && !memory.topicTables.contains($0.id) && !hasLines($0.id) }
      .sorted { ($0.topic.isEmpty ? 0 : 1, $0.id) < ($1.topic.isEmpty ? 0 : 1, $1.id) }
      .map(\.id)
  }
}
