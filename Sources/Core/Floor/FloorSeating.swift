/// People on their way to the company of a round.
extension FloorDraft {
  mutating func seat(_ seating: [[ParticipantID]]) {
    let groups = floor.tableSized(seating)
    let movers = Set(groups.joined().filter(floor.isMovable))
    var targets: [ParticipantID: TableID] = [:]
    var taken: Set<TableID> = []
    for group in groups {
      let moving = group.filter(movers.contains)
      guard !moving.isEmpty, let table = table(for: group, movers, besides: taken) else { continue }
      taken.insert(table)
      for guest in moving { targets[guest] = table }
    }
    bring(targets)
  }

  /// The table where most of the group already stand, so that few have to move.
  private mutating func table(
    for group: [ParticipantID], _ movers: Set<ParticipantID>, besides taken: Set<TableID>
  ) -> TableID? {
    let coming = group.count(where: movers.contains)
    let ranked = floor.tables.values.compactMap { table -> (standing: Int, isUsed: Int, id: TableID)? in
      let company = floor.company(at: table.id).map(\.id)
      let staying = company.count { !movers.contains($0) }
      guard !taken.contains(table.id), !table.isPrivate, staying + coming <= table.limit else { return nil }
      let standing =
        company.count { group.contains($0) && !movers.contains($0) } * 10 + company.count(where: group.contains)
      return (-standing, staying, table.id)
    }
    return ranked.min { ($0.standing, $0.isUsed, $0.id) < ($1.standing, $1.isUsed, $1.id) }?.id ?? openTable()
  }

  /// Tables never exceed their limit in between: where two full tables exchange guests, one of them waits on the way.
  private mutating func bring(_ targets: [ParticipantID: TableID]) {
    var pending = targets.keys.sorted().filter { floor.people[$0]?.table != targets[$0] }
    while !pending.isEmpty {
      let ready = pending.firstIndex { guest in targets[guest].flatMap(floor.freeSeat(at:)) != nil }
      if let ready, let table = targets[pending[ready]] {
        stand(pending.remove(at: ready), at: table)
      } else if let waiting = pending.firstIndex(where: { floor.people[$0]?.table != nil }) {
        happen(.moved(who: pending[waiting], table: nil, seat: nil))
      } else {
        return
      }
    }
  }
}

extension Floor {
  fileprivate func isMovable(_ who: ParticipantID) -> Bool {
    guard let person = people[who], person.presence == .inside, !person.isStaying,
      person.pausedSince == nil, !isBackstage(who)
    else { return false }
    return table(of: who)?.isPrivate != true
  }

  /// Nobody twice, no group larger than a table.
  fileprivate func tableSized(_ seating: [[ParticipantID]]) -> [[ParticipantID]] {
    let limit = min(max(setup.tableLimit, 2), 6)
    var seen: Set<ParticipantID> = []
    return seating.flatMap { group in
      let group = group.filter { seen.insert($0).inserted }
      return stride(from: 0, to: group.count, by: limit).map { Array(group[$0..<min($0 + limit, group.count)]) }
    }
  }
}
