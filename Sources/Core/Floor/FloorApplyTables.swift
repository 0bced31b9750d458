/// The changes events make to tables and the things on them.
extension Floor {
  mutating func open(_ table: TableID, _ topic: String, _ limit: Int) {
    tables[table] = FloorTable(id: table, topic: topic, limit: min(max(limit, 2), FloorRules.longTable))
    memory.lastTable = max(memory.lastTable, table.number)
    if !topic.isEmpty { memory.topicTables.insert(table) }
  }

  mutating func close(_ table: TableID) {
    for person in company(at: table) { move(person.id, nil, nil) }
    tables[table] = nil
    coasters[table] = nil
    memory.talk[table] = nil
    memory.topicTables.remove(table)
  }

  mutating func keep(_ saying: Saying) {
    guard tables[saying.table] != nil else { return }
    var talk = memory.talk[saying.table] ?? []
    if talk.count >= FloorRules.sayings { talk.removeFirst(talk.count - FloorRules.sayings + 1) }
    memory.talk[saying.table] = talk + [saying]
  }

  mutating func write(_ line: CoasterLine) {
    guard tables[line.table] != nil else { return }
    memory.lastLine = max(memory.lastLine, line.id)
    if let place = coasters[line.table]?.firstIndex(where: { $0.id == line.id }) {
      coasters[line.table]?[place] = line
    } else {
      coasters[line.table, default: []].append(line)
    }
  }

  mutating func keep(_ promise: PartyPromise) {
    memory.lastPromise = max(memory.lastPromise, promise.id)
    promises.append(promise)
  }

  mutating func exchangeCards(_ from: ParticipantID, _ to: ParticipantID) {
    cards.removeAll { ($0.from, $0.to) == (from, to) || ($0.from, $0.to) == (to, from) }
    cards.append(CardOffer(from: from, to: to, isTaken: true))
    memory.laidAside.remove(.init(from: from, to: to))
  }
}
