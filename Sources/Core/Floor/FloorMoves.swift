/// Moving about the room.
extension FloorDraft {
  mutating func move(to table: TableID) throws(FloorRefusal) {
    guard let target = floor.tables[table] else { throw .noSuchTable }
    guard floor.people[who]?.table != table else { throw .alreadyThere }
    guard floor.hasRoom(target) else { throw .tableFull }
    if target.isPrivate { return knock(at: table) }
    stand(who, at: table)
  }

  mutating func moveToFreeTable() throws(FloorRefusal) {
    if let table = floor.people[who]?.table, floor.company(at: table).count == 1 { throw .alreadyThere }
    guard let free = floor.freeTable else { throw .noRoom }
    stand(who, at: free.id)
  }

  /// Moves to the table where they know fewest people; among equals to a small company, and there to the person who
  /// needs it most. Where no table has room, to a free one.
  mutating func moveSomewhere() throws(FloorRefusal) {
    if let welcome = floor.welcoming(who) { return stand(who, at: welcome) }
    guard floor.people[who]?.table == nil, let free = floor.freeTable else { throw .noRoom }
    stand(who, at: free.id)
  }

  mutating func stepAway() throws(FloorRefusal) {
    guard floor.people[who]?.table != nil else { throw .notAtTable }
    lowerHand(of: who)
    happen(.moved(who: who, table: nil, seat: nil))
  }

  mutating func stay(_ isStaying: Bool) {
    guard floor.people[who]?.isStaying != isStaying else { return }
    happen(.staying(who: who, isStaying: isStaying))
  }

  mutating func raiseHand(_ isUp: Bool) {
    guard (floor.people[who]?.handUpSince != nil) != isUp else { return }
    happen(.hand(who: who, since: isUp ? now : nil))
  }

  /// A raised hand at one table means nothing at the next.
  mutating func stand(_ guest: ParticipantID, at table: TableID) {
    guard let seat = floor.freeSeat(at: table) else { return }
    endKnock(of: guest)
    lowerHand(of: guest)
    if guest == who { pause(false) }
    happen(.moved(who: guest, table: table, seat: seat))
  }

  mutating func lowerHand(of guest: ParticipantID) {
    if floor.people[guest]?.handUpSince != nil { happen(.hand(who: guest, since: nil)) }
  }
}

extension Floor {
  func hasRoom(_ table: FloorTable) -> Bool { freeSeat(at: table.id) != nil }

  func freeSeat(at table: TableID) -> Int? {
    guard let limit = tables[table]?.limit else { return nil }
    let taken = Set(company(at: table).compactMap(\.seat))
    return (0..<limit).first { !taken.contains($0) }
  }

  /// A table with nobody at it, no topic and a clean coaster, if there is one.
  var freeTable: FloorTable? {
    let empty = tables.values.filter { isEmpty($0.id) && !$0.isPrivate }
    return empty.min { (isUsed($0) ? 1 : 0, $0.id) < (isUsed($1) ? 1 : 0, $1.id) }
  }

  func isEmpty(_ table: TableID) -> Bool { !people.values.contains { $0.table == table } }

  private func isUsed(_ table: FloorTable) -> Bool { !table.topic.isEmpty || hasLines(table.id) }

  func hasLines(_ table: TableID) -> Bool { coasters[table]?.contains { !$0.text.isEmpty } ?? false }

  fileprivate func welcoming(_ who: ParticipantID) -> TableID? {
    let ranked = tables.values.compactMap { table -> (known: Int, isLarge: Int, size: Int, id: TableID)? in
      let company = company(at: table.id).map(\.id)
      guard !table.isPrivate, hasRoom(table), !company.isEmpty, !company.contains(who),
        !company.contains(where: { setup.apart.contains(who, $0) })
      else { return nil }
      let known = company.count { knows(who, $0) }
      return (known, company.count > 3 ? 1 : 0, company.count, table.id)
    }
    return ranked.min { ($0.known, $0.isLarge, $0.size, $0.id) < ($1.known, $1.isLarge, $1.size, $1.id) }?.id
  }

  /// True if they met at an earlier party or this evening.
  private func knows(_ one: ParticipantID, _ other: ParticipantID) -> Bool {
    haveMet(one, other) || setup.acquainted.contains(FloorSetup.Pair(one, other))
  }
}
