/// The part of the floor each participant may see.
extension Floor {
  /// True if `viewer` is told of the event; ask the floor as it stands after it.
  package func isVisible(_ event: FloorEvent, to viewer: ParticipantID) -> Bool {
    if case .removed(let who, _) = event, who == viewer { return true }
    guard let presence = people[viewer]?.presence, presence != .removed else { return false }
    switch event {
    case .said(let saying): return saying.heardBy.contains(viewer)
    case .coaster(let line): return people[viewer]?.table == line.table
    case .promised(let promise): return promise.from == viewer || promise.to.contains(viewer)
    case .knocked(let who, let table), .knockEnded(let who, let table, _):
      return who == viewer || people[viewer]?.table == table
    case .cardOffered(let from, let to), .cardWithdrawn(let from, let to):
      return from == viewer || (to == viewer && !isLaidAside(from: from, to: to))
    case .cardTaken(let from, let to): return from == viewer || to == viewer
    case .cardLaidAside(_, let to): return to == viewer
    case .whispered(let whisper): return whisper.from == viewer || whisper.to == viewer
    case .hushed(let who, _): return who == viewer
    case .away(let who), .back(let who): return isInRoom(who)
    default: return true
    }
  }

  /// The floor as `who` may see it. Only the host knows of people who were invited and haven't come.
  package func view(of who: ParticipantID) -> FloorView? {
    guard let viewer = people[who], viewer.presence != .removed else { return nil }
    return FloorView(
      you: who, doors: doors, hasEnded: hasEnded, people: visiblePeople(for: who),
      tables: tables.values.sorted { $0.id < $1.id }.map { visible($0, to: viewer) }, programme: programme,
      clock: clock,
      stage: stage, rounds: rounds, coaster: viewer.table.flatMap { coasters[$0] } ?? [], talk: talk(heardBy: viewer),
      promises: promises.filter { $0.from == who || $0.to.contains(who) },
      cards: cards.filter { $0.from == who || ($0.to == who && ($0.isTaken || !isLaidAside(from: $0.from, to: who))) },
      announcements: announcements.map(\.text), honour: honour, backstage: backstage, whispers: whispers(with: who),
      hush: memory.hushes[who], hasMurmur: hasMurmur ? true : nil, meeting: meeting(for: who))
  }

  private func visiblePeople(for who: ParticipantID) -> [Participant] {
    let come = memory.arrivals.compactMap { people[$0] }
    let expected = people.values.filter { !memory.arrivals.contains($0.id) }.sorted { $0.id < $1.id }
    return come + (who == .host ? expected : expected.filter { $0.id == who })
  }

  private func visible(_ table: FloorTable, to viewer: Participant) -> FloorTable {
    guard viewer.table != table.id else { return table }
    var table = table
    table.knocking = table.knocking.filter { $0 == viewer.id }
    return table
  }

  /// Nil for none.
  private func whispers(with who: ParticipantID) -> [Whisper]? {
    let whispers = memory.whispers.filter { $0.from == who || $0.to == who }
    return whispers.isEmpty ? nil : whispers
  }

  private func talk(heardBy viewer: Participant) -> [Saying] {
    viewer.table.flatMap { memory.talk[$0] }?.filter { $0.heardBy.contains(viewer.id) } ?? []
  }
}
