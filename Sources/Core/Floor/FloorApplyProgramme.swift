/// The changes events make to the programme, the stage and the rounds.
extension Floor {
  /// A part begins with an empty stage.
  mutating func begin(_ clock: ProgrammeClock, at moment: Moment) {
    self.clock = clock
    let glass = stage.glass
    stage = Stage()
    stage.glass = glass
    for who in people.keys { people[who]?.hasSpoken = false }
    memory.passed = []
    memory.minutesTaken = 0
    memory.beganAt = memory.beganAt ?? moment
  }

  mutating func warn(_ endsAt: Moment) {
    if clock?.endsAt == endsAt { clock?.isWarned = true }
    if rounds?.endsAt == endsAt { memory.isRoundWarned = true }
  }

  /// Minutes added by whoever hosts aren't counted.
  mutating func extend(_ endsAt: Moment, _ by: ParticipantID?) {
    clock?.endsAt = endsAt
    clock?.isWarned = false
    if let by, !mayHost(by) { memory.minutesTaken += 1 }
  }

  mutating func hold(_ since: Moment?, _ endsAt: Moment) {
    clock?.heldSince = since
    clock?.endsAt = endsAt
  }

  mutating func lineUp(_ queue: [ParticipantID]) {
    stage.queue = queue
    stage.offered.removeAll(where: queue.contains)
  }

  mutating func giveWord(_ who: ParticipantID?, _ until: Moment?) {
    stage.speaker = who
    stage.until = until
    guard let who else { return }
    stage.queue.removeAll { $0 == who }
    stage.offered.removeAll { $0 == who }
    people[who]?.hasSpoken = true
    if part?.kind == .introductions { memory.introduced.insert(who) }
  }

  mutating func passWord(_ who: ParticipantID) {
    stage.queue.removeAll { $0 == who }
    stage.offered.removeAll { $0 == who }
    memory.passed.insert(who)
  }

  mutating func play(_ rounds: Rounds?) {
    if rounds?.current != self.rounds?.current { memory.minutesTaken = 0 }
    if rounds?.endsAt != self.rounds?.endsAt { memory.isRoundWarned = false }
    self.rounds = rounds
  }
}
