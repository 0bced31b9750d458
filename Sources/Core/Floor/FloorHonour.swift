/// The guest of honour's part of the evening: late or here, asked and thanked, never cut off.
extension FloorDraft {
  /// Said on their own page, or by whoever hosts: this many minutes later than agreed, 0 for on time. The programme
  /// gives way.
  mutating func comeLater(_ minutes: Int) throws(FloorRefusal) {
    guard let honour = floor.honour else { throw .noSuchPerson }
    guard who == honour.who || floor.mayHost(who) else { throw .notHosting }
    guard honour.slot.arrivedAt == nil else { throw .alreadyThere }
    guard 0...HonourSlot.longestLateness ~= minutes else { throw .invalidProgramme }
    note { $0.lateMinutes = minutes }
    rearrange()
  }

  /// Asks the next of the picked questions; after the last, that one stays.
  mutating func askNextQuestion() throws(FloorRefusal) {
    guard let honour = floor.honour, floor.part?.kind == .guestOfHonour, floor.isOnStage else { throw .notOnStage }
    guard floor.isInside(honour.who) else { throw .noSuchPerson }
    guard honour.asked < honour.questions.count else { throw .noPart }
    note { $0.asked += 1 }
    if floor.stage.speaker != honour.who { giveWord(to: honour.who) }
  }

  /// They are here: their minutes count from now. A person already speaking finishes first.
  mutating func welcomeHonour(_ guest: ParticipantID) {
    guard let honour = floor.honour, guest == honour.who else { return }
    let now = now
    note {
      $0.arrivedAt = $0.arrivedAt ?? now
      $0.leftAt = nil
    }
    if floor.isHonourOnStage, floor.stage.speaker != guest {
      happen(.speakers(queue: [guest] + floor.stage.queue.filter { $0 != guest }))
    }
    walkHonour()
  }

  /// Their part begins: they get the word, or go round the tables.
  mutating func openHonour() {
    guard let honour = floor.honour, floor.isInside(honour.who) else { return }
    if floor.isHonourOnStage { giveWord(to: honour.who) }
    walkHonour()
  }

  mutating func settleHonour() {
    guard let honour = floor.honour, honour.slot.arrivedAt != nil, honour.slot.leftAt == nil else { return }
    let now = now
    if !floor.isInRoom(honour.who) { note { $0.leftAt = now } }
  }

  mutating func thankHonour() { note { $0.isThanked = true } }

  private mutating func walkHonour() {
    guard let honour = floor.honour, floor.isHonourAtTables, floor.rounds == nil, let clock = floor.clock else {
      return
    }
    let others = floor.inside.count { $0 != honour.who }
    guard others > 0 else { return }
    let walk = HonourWalk(
      others: others, tableLimit: floor.setup.tableLimit, minutes: max(1, clock.endsAt.seconds(since: now) / 60))
    happen(.rounds(rounds: Rounds(count: walk.rounds, minutes: walk.minutes)))
  }

  private mutating func rearrange() {
    guard let slot = floor.honour?.slot else { return }
    let begins = max(floor.setup.start ?? now, now)
    let new = Programme(parts: floor.programme).rearranged(for: slot, clock: floor.clock, begins: begins)
    guard new.parts != floor.programme, ProgrammeEdit.counts.contains(new.parts.count) else { return }
    happen(.programme(parts: new.parts))
  }

  private mutating func note(_ change: (inout GuestOfHonour.Progress) -> Void) {
    guard var progress = floor.honour?.progress else { return }
    change(&progress)
    if progress != floor.honour?.progress { happen(.honour(progress: progress)) }
  }
}

extension Floor {
  /// True if `who` is the guest of honour and the evening is open: they neither wait nor knock.
  func isHonourAwaited(_ who: ParticipantID) -> Bool { honour?.who == who && (clock != nil || doors != .closed) }

  /// Their part is on and everybody hears them.
  var isHonourOnStage: Bool { part?.kind == .guestOfHonour && honour?.slot.role == .speaker }

  /// Their part is on and they stand at the tables.
  package var isHonourAtTables: Bool { part?.kind == .guestOfHonour && honour?.slot.role == .guest }

  /// The time at which everybody thanks them; nil while they aren't here.
  var thanksAt: Moment? {
    guard let honour, honour.slot.arrivedAt != nil, honour.slot.leftAt == nil, !honour.isThanked else { return nil }
    return honour.slot.endsAt
  }

  /// True while the guest of honour is speaking in their part, which goes on until they are done.
  var isHonourSpeaking: Bool { isHonourOnStage && stage.speaker != nil && stage.speaker == honour?.who }
}

/// The way a guest of honour is taken round the tables in their minutes: as many rounds as it takes to meet everybody,
/// as long as each round leaves time to talk.
package struct HonourWalk: Hashable, Sendable {
  package let rounds: Int
  /// The length of each round.
  package let minutes: Int

  /// Anything shorter is no conversation.
  package static let shortest = 3

  /// - Parameters:
  ///   - others: the number of people to meet.
  ///   - tableLimit: the number of people at a table, the guest of honour included.
  ///   - minutes: the time they still have here.
  package init(others: Int, tableLimit: Int, minutes: Int) {
    let company = max(1, tableLimit - 1)
    let needed = max(1, (others + company - 1) / company)
    rounds = max(1, min(needed, minutes / Self.shortest, 20))
    self.minutes = min(max(1, minutes / rounds), 60)
  }
}
