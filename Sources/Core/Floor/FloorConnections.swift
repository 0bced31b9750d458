extension Floor {
  /// A socket of `who` opened (true), or their last one closed (false). Nobody is told of it while `who` is outside the
  /// door.
  package func connection(of who: ParticipantID, isOpen: Bool, at now: Moment) -> [FloorEvent] {
    guard !hasEnded, let person = people[who] else { return [] }
    let isLost = memory.lostSince[who] != nil
    guard person.isInRoom || isPresent(who), isLost == isOpen else { return [] }
    var draft = FloorDraft(self, by: who, at: now)
    draft.happen(isOpen ? .back(who: who) : .away(who: who))
    draft.settle()
    return draft.events
  }

  /// The events after a restart, when nobody is connected, before the first socket opens.
  package func restarted(at now: Moment) -> [FloorEvent] {
    var draft = FloorDraft(self, by: .host, at: now)
    for who in memory.arrivals {
      for event in draft.floor.connection(of: who, isOpen: false, at: now) { draft.happen(event) }
    }
    return draft.events
  }
}
