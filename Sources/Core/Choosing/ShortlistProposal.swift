extension Shortlist {
  /// Replaces all unpinned choices by a proposed table. Proposed reserves move up.
  /// - Parameter kept: people who keep their place whatever is proposed, because they were written to.
  package mutating func take(_ table: [PersonID], keeping kept: Set<PersonID> = []) {
    let proposed = Set(table)
    for person in chosen where !proposed.contains(person) && !pinned.contains(person) && !kept.contains(person) {
      remove(person)
    }
    for person in table { choose(person) }
  }

  /// Puts somebody in another's place and pins them there; the person replaced becomes the next reserve.
  package mutating func exchange(_ leaving: PersonID, for newcomer: PersonID) {
    let place = chosen.firstIndex(of: leaving)
    let others = chosen.filter { $0 != leaving && $0 != newcomer }
    var order = others
    order.insert(newcomer, at: min(place ?? others.count, others.count))
    self = Shortlist(
      chosen: order, pinned: pinned.subtracting([leaving]).union([newcomer]),
      reserves: [leaving] + reserves.filter { $0 != leaving && $0 != newcomer },
      excluded: excluded.subtracting([leaving, newcomer]))
  }
}
