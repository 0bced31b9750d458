/// The arc of the evening and its clock.
extension FloorDraft {
  mutating func beginPart(_ index: Int?) throws(FloorRefusal) {
    let index = index ?? (floor.clock.map { $0.index + 1 } ?? 0)
    guard floor.programme.indices.contains(index) else { throw .noPart }
    guard index != floor.clock?.index else { throw .alreadyThere }
    try requireHour()
    begin(index)
  }

  /// The first part opens the doors; from then on the programme is in the events, whatever becomes of the setup.
  mutating func begin(_ index: Int) {
    if floor.clock == nil {
      if floor.doors == .closed { setDoors(.open) }
      happen(.programme(parts: floor.programme))
    }
    endRounds()
    let end = now.adding(seconds: floor.programme[index].minutes * 60)
    happen(.part(clock: ProgrammeClock(index: index, startedAt: now, endsAt: end)))
    if floor.isOnStage { openStage() }
    if floor.part?.kind == .guestOfHonour { openHonour() }
  }

  /// A new part, where people lingered after the last one, begins after a warning like any other.
  mutating func arrange(_ parts: [Programme.Part]) throws(FloorRefusal) {
    let edit = try edit(to: parts)
    if edit.parts != floor.programme { happen(.programme(parts: edit.parts)) }
    guard let clock = floor.clock else { return }
    let end = clock.endsAt.adding(seconds: edit.addedMinutes * 60)
    let lingers = clock.index + 1 < edit.parts.count && clock.heldSince == nil && clock.endsAt <= now
    guard edit.addedMinutes != 0 || lingers else { return }
    let soonest = (clock.heldSince ?? now).adding(seconds: FloorRules.warning)
    happen(.extended(endsAt: max(end, soonest), by: who))
  }

  private func edit(to parts: [Programme.Part]) throws(FloorRefusal) -> ProgrammeEdit {
    do { return try ProgrammeEdit(from: floor.programme, current: floor.clock?.index, to: parts) } catch {
      if case .title = error { throw .textTooLong }
      throw .invalidProgramme
    }
  }

  mutating func extend(_ seconds: Int) throws(FloorRefusal) {
    guard let clock = floor.clock else { throw .noPart }
    guard 1...3600 ~= seconds else { throw .invalidProgramme }
    happen(.extended(endsAt: max(clock.endsAt, clock.heldSince ?? now).adding(seconds: seconds), by: who))
  }

  mutating func hold(_ isHeld: Bool) throws(FloorRefusal) {
    guard let clock = floor.clock else { throw .noPart }
    guard (clock.heldSince != nil) != isHeld else { return }
    guard let since = clock.heldSince else { return happen(.held(since: now, endsAt: clock.endsAt)) }
    let held = max(0, now.milliseconds - since.milliseconds)
    happen(.held(since: nil, endsAt: Moment(milliseconds: clock.endsAt.milliseconds + held)))
    shiftRound(milliseconds: held)
  }

  /// Anybody may ask, but only towards the end and not without limit. A round and its part move together.
  mutating func takeOneMoreMinute() throws(FloorRefusal) {
    guard let clock = floor.clock else { throw .noPart }
    let end = floor.rounds?.endsAt ?? clock.endsAt
    let isNear = end.seconds(since: now) <= FloorRules.moreMinutesFrom
    guard clock.heldSince == nil, isNear, floor.memory.minutesTaken < FloorRules.moreMinutes else {
      throw .tooLateToExtend
    }
    happen(.extended(endsAt: max(clock.endsAt, now).adding(seconds: 60), by: who))
    shiftRound(milliseconds: 60_000)
  }
}
