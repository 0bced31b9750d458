/// Private tables, and the people who would like to join them.
extension FloorDraft {
  mutating func knock(at table: TableID) {
    guard floor.tables[table]?.knocking.contains(who) == false else { return }
    endKnock(of: who)
    happen(.knocked(who: who, table: table))
  }

  mutating func withdrawKnock() throws(FloorRefusal) {
    guard floor.knockedTable(of: who) != nil else { throw .noSuchOffer }
    endKnock(of: who)
  }

  mutating func answerKnock(of knocker: ParticipantID, _ isWelcome: Bool) throws(FloorRefusal) {
    guard let table = floor.table(of: who) else { throw .notAtTable }
    guard table.knocking.contains(knocker) else { throw .noSuchOffer }
    if isWelcome, !floor.hasRoom(table) { throw .tableFull }
    happen(.knockEnded(who: knocker, table: table.id, isWelcome: isWelcome))
    if isWelcome { stand(knocker, at: table.id) }
  }

  mutating func setPrivacy(_ isPrivate: Bool) throws(FloorRefusal) {
    guard let table = floor.table(of: who) else { throw .notAtTable }
    guard table.isPrivate != isPrivate else { return }
    happen(.privacy(table: table.id, isPrivate: isPrivate, by: who))
  }

  mutating func endKnock(of knocker: ParticipantID) {
    guard let table = floor.knockedTable(of: knocker) else { return }
    happen(.knockEnded(who: knocker, table: table, isWelcome: false))
  }

  /// An empty table is private to nobody. Where the door opens, the people waiting come in as far as there is room, and
  /// may leave an empty table behind.
  mutating func settleKnocks() {
    var before = -1
    while events.count != before {
      before = events.count
      settleKnocksOnce()
    }
  }

  private mutating func settleKnocksOnce() {
    for table in floor.tables.keys.sorted() {
      if floor.tables[table]?.isPrivate == true, floor.isEmpty(table) {
        happen(.privacy(table: table, isPrivate: false, by: who))
      }
      for knocker in floor.tables[table]?.knocking ?? [] { settleKnock(of: knocker, at: table) }
    }
  }

  private mutating func settleKnock(of knocker: ParticipantID, at table: TableID) {
    let isGone = !floor.isInRoom(knocker)
    guard isGone || floor.tables[table]?.isPrivate == false else { return }
    let isWelcome = !isGone && floor.isInside(knocker) && floor.freeSeat(at: table) != nil
    happen(.knockEnded(who: knocker, table: table, isWelcome: isWelcome))
    if isWelcome { stand(knocker, at: table) }
  }
}

extension Floor {
  func knockedTable(of who: ParticipantID) -> TableID? {
    tables.values.first { $0.knocking.contains(who) }?.id
  }
}
