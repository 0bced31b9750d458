import Foundation

/// One guest's invitation: it decides what an event changes and what has to be done about it. An event that no longer
/// applies, such as a second reminder, changes nothing and asks for nothing, so that events may be repeated.
package struct Invitation: Sendable, Hashable {
  package private(set) var state: GuestState
  /// The time the letter was written; at most once in its life.
  package private(set) var invitedAt: Date?
  package private(set) var answerBy: Date?
  package private(set) var remindedAt: Date?
  package private(set) var answer: Answer?
  package private(set) var answeredAt: Date?
  package private(set) var answeredBy: AnswerSource
  /// A word the guest added to the answer.
  package private(set) var word: String?
  /// Their yes was given by votes: it holds if the chosen date suits.
  package private(set) var isByVote: Bool
  /// None of the dates suited: not this time, but they would like to be asked again.
  package private(set) var asksAgain: Bool

  /// A guest on the shortlist, or a stored one.
  package init(
    state: GuestState = .shortlisted, invitedAt: Date? = nil, answerBy: Date? = nil, remindedAt: Date? = nil,
    answer: Answer? = nil, answeredAt: Date? = nil, answeredBy: AnswerSource = .page, word: String? = nil,
    isByVote: Bool = false, asksAgain: Bool = false
  ) {
    self.state = state
    self.invitedAt = invitedAt
    self.answerBy = answerBy
    self.remindedAt = remindedAt
    self.answer = answer
    self.answeredAt = answeredAt
    self.answeredBy = answeredBy
    self.word = word
    self.isByVote = isByVote
    self.asksAgain = asksAgain
  }

  package enum Event: Sendable, Hashable {
    case invited(answerBy: Date?)
    case reminded
    /// - hasRoom: `WavePlan.hasRoom` at this moment; it matters only for guests who do not hold a seat.
    case answered(Answer, word: String?, hasRoom: Bool, by: AnswerSource = .page)
    /// Voted in the poll. A vote for a date means coming if that date is chosen; a no to all of them is "not this
    /// time".
    /// - suits: true if any date suits, at least at a pinch.
    case voted(suits: Bool, hasRoom: Bool, by: AnswerSource = .page)
    /// The date was chosen from the poll.
    /// - vote: their vote on it; nil if they cast none.
    case dateChosen(vote: VoteValue?)
    /// The day to answer by is another one, because the letter leaves later than it was written, or the date moved.
    case deadlineMoved(to: Date?)
    /// The clock; does nothing before `answerBy`.
    case deadlinePassed
    /// A seat has been found for somebody on the waiting list.
    case admitted
    case withdrawn
    case partyCancelled
    /// The guest does not want to be written to again.
    case objected
  }

  package enum Effect: Sendable, Hashable {
    case writeInvitation
    case writeReminder
    /// A guest from the waiting list is in.
    case writeAdmission
    /// A calendar entry, if the date is set.
    case sendEntry
    /// The guest has to hear of another day to answer by.
    case tellDeadline
    case writeCancellation
    /// A seat is free: ask the `WavePlan` for the next guest.
    case releaseSeat
    case tellHost(News)
  }

  package enum News: Sendable, Hashable {
    case answered(Answer)
    /// None of the dates suits, but they would like to be asked again.
    case noDateSuits
    /// Would like to come, but no seat is free.
    case waiting
    case objected
  }

  /// - Parameter now: the time of the event.
  package mutating func apply(_ event: Event, at now: Date) -> [Effect] {
    switch event {
    case .invited(let answerBy): invite(until: answerBy, now)
    case .reminded: remind(now)
    case .answered(let answer, let word, let hasRoom, let source):
      take(answer, Prose.line(word), hasRoom, source, now)
    case .voted(let suits, let hasRoom, let source): take(votesThatSuit: suits, hasRoom, source, now)
    case .dateChosen(let vote): settle(vote)
    case .deadlineMoved(let deadline): wait(until: deadline)
    case .deadlinePassed: fallSilent(now)
    case .admitted: admit()
    case .withdrawn: withdraw(releasing: true)
    case .partyCancelled: withdraw(releasing: false)
    case .objected: object()
    }
  }

  private mutating func invite(until deadline: Date?, _ now: Date) -> [Effect] {
    guard state == .shortlisted, invitedAt == nil else { return [] }
    state = .invited
    invitedAt = now
    answerBy = deadline
    return [.writeInvitation]
  }

  private mutating func remind(_ now: Date) -> [Effect] {
    guard state == .invited, remindedAt == nil else { return [] }
    remindedAt = now
    return [.writeReminder]
  }

  /// The host's entry does not touch the guest's word, and does not claim as the host's what the guest had said
  /// themselves.
  private mutating func take(
    _ given: Answer, _ said: String?, _ hasRoom: Bool, _ source: AnswerSource, _ now: Date
  ) -> [Effect] {
    guard state != .shortlisted, state != .withdrawn else { return [] }
    let before = (state, answer, word, isByVote || asksAgain)
    let seated = state.holdsSeat
    state = following(given, seatGiven: seated || hasRoom)
    (answer, word, isByVote, asksAgain) = (given, source.isOwn ? said : said ?? word, false, false)
    if before == (state, answer, word, false) {
      own(source, now)
      return []
    }
    (answeredAt, answeredBy) = (now, source)
    var effects: [Effect] = [.tellHost(state == .waiting ? .waiting : .answered(given))]
    if state == .accepted && before.0 != .accepted { effects.append(.sendEntry) }
    if seated && !state.holdsSeat { effects.append(.releaseSeat) }
    return effects
  }

  /// Somebody who has said yes or perhaps keeps that answer as long as any date suits.
  private mutating func take(
    votesThatSuit suits: Bool, _ hasRoom: Bool, _ source: AnswerSource, _ now: Date
  ) -> [Effect] {
    guard state != .shortlisted, state != .withdrawn else { return [] }
    if suits {
      if state.isExpected || state == .waiting {
        own(source, now)
        return []
      }
      let effects = take(.yes, word, hasRoom, source, now)
      isByVote = true
      return effects
    }
    if state == .declined && asksAgain {
      own(source, now)
      return []
    }
    let seated = state.holdsSeat
    (state, answer, isByVote, asksAgain) = (.declined, .no, false, true)
    (answeredAt, answeredBy) = (now, source)
    return [.tellHost(.noDateSuits)] + (seated ? [.releaseSeat] : [])
  }

  /// The guest confirms in person what the host had entered for them.
  private mutating func own(_ source: AnswerSource, _ now: Date) {
    if source.isOwn, !answeredBy.isOwn { (answeredAt, answeredBy) = (now, source) }
  }

  /// A yes by votes holds if they voted for the date, and becomes an open question if they cast no vote on it. Somebody
  /// who voted against the date does not come, whatever they had answered before.
  private mutating func settle(_ vote: VoteValue?) -> [Effect] {
    guard state.holdsSeat || state == .waiting else { return [] }
    switch vote {
    case .yes, .ifNeeded: isByVote = false
    case .no:
      let seated = state.holdsSeat
      (state, answer, isByVote, asksAgain) = (.declined, .no, false, true)
      return seated ? [.releaseSeat] : []
    case nil:
      if isByVote, state == .accepted { (state, answer, isByVote) = (.tentative, .perhaps, false) }
    }
    return []
  }

  private func following(_ answer: Answer, seatGiven: Bool) -> GuestState {
    switch answer {
    case .no: .declined
    case .yes: seatGiven ? .accepted : .waiting
    case .perhaps: seatGiven ? .tentative : .waiting
    }
  }

  private mutating func wait(until deadline: Date?) -> [Effect] {
    guard state == .invited, answerBy != nil, answerBy != deadline else { return [] }
    answerBy = deadline
    return [.tellDeadline]
  }

  private mutating func fallSilent(_ now: Date) -> [Effect] {
    guard state == .invited, let answerBy, now >= answerBy else { return [] }
    state = .silent
    return [.releaseSeat]
  }

  private mutating func admit() -> [Effect] {
    guard state == .waiting else { return [] }
    state = answer == .perhaps ? .tentative : .accepted
    return [.writeAdmission, .sendEntry]
  }

  private mutating func withdraw(releasing: Bool) -> [Effect] {
    guard state != .declined, state != .withdrawn else { return [] }
    let (isExpected, seated) = (state.holdsSeat || state == .waiting, state.holdsSeat)
    state = .withdrawn
    return (isExpected ? [.writeCancellation] : []) + (seated && releasing ? [.releaseSeat] : [])
  }

  private mutating func object() -> [Effect] {
    guard state != .declined, state != .withdrawn else { return [] }
    let seated = state.holdsSeat
    (state, isByVote, asksAgain) = (state == .shortlisted ? .withdrawn : .declined, false, false)
    return seated ? [.tellHost(.objected), .releaseSeat] : [.tellHost(.objected)]
  }
}
