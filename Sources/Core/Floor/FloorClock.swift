/// Things that happen because time passes.
enum FloorDeadline: Hashable {
  case seatGivenUp(ParticipantID)
  case wordGivenOn
  case glassPutDown
  case warning, change, end
  case roundWarning, roundEnd
  case honourThanked
  /// The evening closes because nobody began it, or nobody ended it.
  case closing
}

extension Floor {
  /// The events the clock brings: warnings, the next part, seats that were kept long enough.
  package func due(at now: Moment) -> [FloorEvent] {
    guard let first = nextDeadline, first <= now else { return [] }
    var draft = FloorDraft(self, by: .host, at: now)
    while let next = draft.floor.earliest, next.at <= now {
      let before = draft.events.count
      draft.meet(next.deadline)
      draft.settle()
      if draft.events.count == before { break }
    }
    return draft.events
  }

  /// The time at which `due` has something next; nil for never.
  package var nextDeadline: Moment? { earliest?.at }

  private var earliest: (at: Moment, deadline: FloorDeadline)? {
    guard !hasEnded else { return nil }
    let thanks = thanksAt.map { [(at: $0, deadline: FloorDeadline.honourThanked)] } ?? []
    let closing = closingAt.map { [(at: $0, deadline: FloorDeadline.closing)] } ?? []
    return (lostDeadlines + clockDeadlines + thanks + closing).min { $0.at < $1.at }
  }

  /// An evening that has stopped moving is over when nobody is there. People still talking are never put out, except in
  /// the small hours.
  private var closingAt: Moment? {
    guard let closes = setup.closesAt else { return nil }
    let standsStill = clock?.heldSince != nil || clock == nil
    let isAnybodyHere = people.keys.contains { isPresent($0) || isInRoom($0) }
    return standsStill && !isAnybodyHere ? closes : closes.adding(seconds: FloorRules.longestOvertime)
  }

  private var lostDeadlines: [(at: Moment, deadline: FloorDeadline)] {
    var deadlines = memory.lostSince.sorted { $0.key < $1.key }.map { who, since in
      let kept = isInRoom(who) ? FloorRules.seatIsKept : FloorRules.lobbyIsKept
      return (at: since.adding(seconds: kept), deadline: FloorDeadline.seatGivenUp(who))
    }
    if isOnStage, let since = stage.speaker.flatMap({ memory.lostSince[$0] }) {
      deadlines.append((since.adding(seconds: FloorRules.wordIsKept), .wordGivenOn))
    }
    if let since = stage.glass.flatMap({ memory.lostSince[$0] }) {
      deadlines.append((since.adding(seconds: FloorRules.wordIsKept), .glassPutDown))
    }
    return deadlines
  }

  private var clockDeadlines: [(at: Moment, deadline: FloorDeadline)] {
    guard let clock, clock.heldSince == nil else { return [] }
    var deadlines = [partDeadline(clock)].compactMap(\.self)
    if let end = rounds?.endsAt {
      deadlines.append(
        memory.isRoundWarned ? (end, .roundEnd) : (end.adding(seconds: -FloorRules.roundWarning), .roundWarning))
    }
    return deadlines
  }

  /// Nobody is cut off: while somebody on the stage has time left, the change waits; for a guest of honour, until they
  /// are done. After the last part people may linger.
  private func partDeadline(_ clock: ProgrammeClock) -> (at: Moment, deadline: FloorDeadline)? {
    if !clock.isWarned { return (clock.endsAt.adding(seconds: -FloorRules.warning), .warning) }
    if clock.index + 1 >= programme.count { return (clock.endsAt.adding(seconds: FloorRules.grace), .end) }
    if isHonourSpeaking { return nil }
    let speech = stage.speaker == nil ? nil : stage.until
    return (max(clock.endsAt, speech ?? clock.endsAt), .change)
  }
}

extension FloorDraft {
  mutating func meet(_ deadline: FloorDeadline) {
    switch deadline {
    case .seatGivenUp(let guest): happen(.left(who: guest))
    case .wordGivenOn: passLostWord()
    case .glassPutDown: happen(.glass(who: nil))
    case .warning: warn()
    case .honourThanked: thankHonour()
    case .change: if let clock = floor.clock { begin(clock.index + 1) }
    case .end, .closing: happen(.ended(by: nil))
    case .roundWarning: warnRound()
    case .roundEnd: endRound()
    }
  }

  /// After a restart the end may be near or past. Nothing changes without a warning, so the end moves.
  private mutating func warn() {
    guard let clock = floor.clock else { return }
    var end = clock.endsAt
    if end < now.adding(seconds: FloorRules.shortestWarning) {
      end = now.adding(seconds: FloorRules.warning)
      happen(.extended(endsAt: end, by: nil))
    }
    happen(.warned(endsAt: end))
  }

  private mutating func warnRound() {
    guard let end = floor.rounds?.endsAt else { return }
    let late = now.adding(seconds: FloorRules.roundWarning).milliseconds - end.milliseconds
    if late > Int64(FloorRules.roundWarning) * 500 { shiftRound(milliseconds: late) }
    if let end = floor.rounds?.endsAt { happen(.warned(endsAt: end)) }
  }
}
