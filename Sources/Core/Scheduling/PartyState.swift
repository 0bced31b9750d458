import Foundation

/// A party's position on its way.
package enum PartyStage: String, Sendable, CaseIterable, Codable {
  /// The host chooses and writes; nobody has been written to.
  case draft
  /// Letters leave, answers and votes come in; there is no confirmed date.
  case inviting
  /// The date is confirmed and in the guests' calendars.
  case scheduled
  /// The doors are open.
  case open
  /// The evening is over; summaries and ballots are out.
  case ended
  /// Finished; nothing changes any more.
  case closed
  case cancelled
}

/// A party's stage, date and calendar entry. All changes go through `apply`.
package struct PartyState: Sendable, Hashable {
  package private(set) var stage: PartyStage
  /// Nil before it is confirmed.
  package private(set) var date: PartyDate?
  /// The revision of the entry that guests have; the UID is assigned when the party is created.
  package private(set) var revision: CalendarRevision
  /// Its time came and it did not take place; the stage is `cancelled` then.
  package private(set) var isMissed: Bool

  package init(uid: String) {
    self.init(stage: .draft, date: nil, revision: CalendarRevision(uid: uid))
  }

  /// As stored.
  package init(stage: PartyStage, date: PartyDate?, revision: CalendarRevision, isMissed: Bool = false) {
    self.stage = stage
    self.date = date
    self.revision = revision
    self.isMissed = isMissed
  }

  /// Takes one step. A refused step changes nothing. What each guest was last told decides who has to hear about it:
  /// see `DateNews`.
  /// - Throws: the reason why the step cannot be taken from here.
  package mutating func apply(_ event: PartyEvent, at now: Date) throws(PartyRefusal) {
    switch event {
    case .invite: try move(from: [.draft], to: .inviting, because: event)
    case .confirm(let date, let guests): try confirm(date, guests: guests, at: now)
    case .changeDate(let date): try change(to: date, at: now)
    case .changeEntry:
      try require([.scheduled], for: event)
      revision = revision.next
    case .open: try open(at: now)
    case .end: try move(from: [.scheduled, .open], to: .ended, because: event)
    case .close: try move(from: [.ended], to: .closed, because: event)
    case .cancel: try cancel()
    case .missed(let start, let guests): try miss(start, guests: guests, at: now)
    case .setAnew(let date): try setAnew(date, at: now)
    }
  }

  private mutating func move(
    from expected: Set<PartyStage>, to next: PartyStage, because event: PartyEvent
  ) throws(PartyRefusal) {
    try require(expected, for: event)
    stage = next
  }

  private mutating func confirm(_ date: PartyDate, guests: Int, at now: Date) throws(PartyRefusal) {
    try require([.inviting], for: .confirm(date, guests: guests))
    if guests < 1 { throw PartyRefusal(message: Message("party.refused.noGuests")) }
    try requireFuture(date, at: now)
    (stage, self.date) = (.scheduled, date)
  }

  private mutating func change(to date: PartyDate, at now: Date) throws(PartyRefusal) {
    try require([.scheduled], for: .changeDate(date))
    if date == self.date { return }
    try requireFuture(date, at: now)
    (self.date, revision) = (date, revision.next)
  }

  /// Guards against opening weeks ahead by a slip of the finger: open doors can't be closed again.
  private mutating func open(at now: Date) throws(PartyRefusal) {
    try require([.scheduled], for: .open)
    if let date, now < date.instant - PartyClock.opensBefore {
      throw PartyRefusal(message: Message("refusal.tooEarly"))
    }
    stage = .open
  }

  /// Possible while the evening is ahead or under way; a party that has taken place can't be cancelled any more.
  private mutating func cancel() throws(PartyRefusal) {
    try require([.draft, .inviting, .scheduled, .open], for: .cancel)
    if stage.isMeeting { revision = revision.next }
    stage = .cancelled
  }

  private mutating func miss(_ start: Date?, guests: Int, at now: Date) throws(PartyRefusal) {
    try require([.inviting, .scheduled, .open, .ended, .closed], for: .missed(start: start, guests: guests))
    guard let start, start <= now else { throw PartyRefusal(message: Message("party.refused.missedAhead")) }
    if guests > 0 { throw PartyRefusal(message: Message("party.refused.missedGuests")) }
    (stage, isMissed) = (.cancelled, true)
  }

  /// Guests who were asked stay asked. If the first date was confirmed, so is this one: guests have an entry that
  /// moves.
  private mutating func setAnew(_ date: PartyDate, at now: Date) throws(PartyRefusal) {
    guard stage == .cancelled, isMissed else { throw PartyRefusal(event: .setAnew(date), stage: stage) }
    try requireFuture(date, at: now)
    isMissed = false
    guard self.date != nil else {
      stage = .inviting
      return
    }
    (stage, self.date, revision) = (.scheduled, date, revision.next)
  }

  private func require(_ expected: Set<PartyStage>, for event: PartyEvent) throws(PartyRefusal) {
    if !expected.contains(stage) { throw PartyRefusal(event: event, stage: stage) }
  }

  private func requireFuture(_ date: PartyDate, at now: Date) throws(PartyRefusal) {
    if date.instant <= now { throw PartyRefusal(message: Message("party.refused.pastDate")) }
  }
}
