/// Mingling in rounds: their beginning and end. The seating is planned elsewhere.
extension FloorDraft {
  mutating func startRounds(_ count: Int, _ minutes: Int) throws(FloorRefusal) {
    guard floor.part?.kind == .mingling || floor.isHonourAtTables else { throw .noPart }
    guard 1...20 ~= count, 1...60 ~= minutes else { throw .invalidProgramme }
    happen(.rounds(rounds: Rounds(count: count, minutes: minutes)))
  }

  mutating func endRounds() {
    if floor.rounds != nil { happen(.rounds(rounds: nil)) }
  }

  /// The next round waits for its seating; after the last one people choose tables freely again.
  mutating func endRound() {
    guard var rounds = floor.rounds else { return }
    guard rounds.current < rounds.count else { return endRounds() }
    rounds.endsAt = nil
    happen(.rounds(rounds: rounds))
  }

  mutating func beginRound(isWhole: Bool) {
    guard var rounds = floor.rounds else { return }
    rounds.isWhole = isWhole ? true : nil
    rounds.current += 1
    rounds.endsAt = now.adding(seconds: rounds.minutes * 60)
    happen(.rounds(rounds: rounds))
  }

  mutating func shiftRound(milliseconds: Int64) {
    guard var rounds = floor.rounds, let end = rounds.endsAt else { return }
    rounds.endsAt = Moment(milliseconds: end.milliseconds + milliseconds)
    happen(.rounds(rounds: rounds))
  }
}

extension Floor {
  /// True while rounds are played and the next one waits for `roundEvents`.
  package var needsSeating: Bool {
    guard let rounds, !hasEnded, clock?.heldSince == nil else { return false }
    return rounds.endsAt == nil && rounds.current < rounds.count
  }

  /// Brings the people who aren't staying put to their company for the next round. Groups larger than a table are
  /// split; anybody away, staying, or at a private table is left in peace.
  /// - Parameter isWhole: true if it belongs to a plan for all rounds.
  package func roundEvents(seating: [[ParticipantID]], isWhole: Bool = false, at now: Moment) -> [FloorEvent] {
    guard needsSeating else { return [] }
    var draft = FloorDraft(self, by: hosting, at: now)
    draft.seat(seating)
    draft.beginRound(isWhole: isWhole)
    draft.settle()
    return draft.events
  }
}
