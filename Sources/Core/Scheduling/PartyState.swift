import Foundation

/// Where a party is on its way.
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
  /// Done with, nothing changes any more.
  case closed
  case cancelled
}

/// A party's stage, date and calendar entry. All changes go through `apply`.
package struct PartyState: Sendable, Hashable {
  package private(set) var stage: PartyStage
  /// Nil before it is confirmed.
  package private(set) var date: LocalTime?
  /// Of the entry that guests have; its UID is given to the party when it is made.
  package private(set) var revision: CalendarRevision

  package init(uid: String) {
    self.init(stage: .draft, date: nil, revision: CalendarRevision(uid: uid))
  }

  /// As stored.
  package init(stage: PartyStage, date: LocalTime?, revision: CalendarRevision) {
    self.stage = stage
    self.date = date
    self.revision = revision
  }

  /// Takes one step, and says what is to be done because of it. A refused step changes nothing.
  /// - Throws: why the step cannot be taken from here.
  package mutating func apply(_ event: PartyEvent, at now: Date) throws(PartyRefusal) -> [PartyEffect] {
    switch event {
    case .invite: try move(from: .draft, to: .inviting, because: event, [.sendLetters])
    case .confirm(let date, let guests): try confirm(date, guests: guests, at: now)
    case .changeDate(let date): try change(to: date, at: now)
    case .open: try move(from: .scheduled, to: .open, because: event, [.openDoors])
    case .end: try move(from: .open, to: .ended, because: event, [.closeDoors, .sendSummaries])
    case .close: try move(from: .ended, to: .closed, because: event, [])
    case .cancel: try cancel()
    }
  }

  private mutating func move(
    from expected: PartyStage, to next: PartyStage, because event: PartyEvent, _ effects: [PartyEffect]
  ) throws(PartyRefusal) -> [PartyEffect] {
    try require(expected, for: event)
    stage = next
    return effects
  }

  private mutating func confirm(_ date: LocalTime, guests: Int, at now: Date) throws(PartyRefusal) -> [PartyEffect] {
    try require(.inviting, for: .confirm(date, guests: guests))
    if guests < 1 { throw PartyRefusal(message: Message("party.refused.noGuests")) }
    try requireFuture(date, at: now)
    (stage, self.date) = (.scheduled, date)
    return [.sendCalendar(revision)]
  }

  private mutating func change(to date: LocalTime, at now: Date) throws(PartyRefusal) -> [PartyEffect] {
    try require(.scheduled, for: .changeDate(date))
    if date == self.date { return [] }
    try requireFuture(date, at: now)
    (self.date, revision) = (date, revision.next)
    return [.sendCalendar(revision)]
  }

  /// Guests who were written to hear of it; calendars hear of it while the evening is still ahead or under way.
  private mutating func cancel() throws(PartyRefusal) -> [PartyEffect] {
    let before = stage
    if [.closed, .cancelled].contains(before) { throw PartyRefusal(event: .cancel, stage: before) }
    stage = .cancelled
    if [.scheduled, .open].contains(before) { revision = revision.next }
    return switch before {
    case .inviting: [.sendCancellation]
    case .scheduled: [.sendCalendarCancellation(revision)]
    case .open: [.closeDoors, .sendCalendarCancellation(revision)]
    case .draft, .ended, .closed, .cancelled: []
    }
  }

  private func require(_ expected: PartyStage, for event: PartyEvent) throws(PartyRefusal) {
    if stage != expected { throw PartyRefusal(event: event, stage: stage) }
  }

  private func requireFuture(_ date: LocalTime, at now: Date) throws(PartyRefusal) {
    if date.instant <= now { throw PartyRefusal(message: Message("party.refused.pastDate")) }
  }
}
