import Foundation

/// One guest's invitation: decides what an event changes and what is to be done about it. An event that does not apply
/// any more, such as a second reminder, changes nothing and asks for nothing, so that events may be repeated.
package struct Invitation: Sendable, Hashable {
  package private(set) var state: GuestState
  /// When the letter was written; at most once in a life.
  package private(set) var invitedAt: Date?
  package private(set) var answerBy: Date?
  package private(set) var remindedAt: Date?
  package private(set) var answer: Answer?
  package private(set) var answeredAt: Date?
  package private(set) var answeredBy: AnswerSource
  /// What the guest added to the answer.
  package private(set) var word: String?
  /// Their yes was given by votes: it holds if the date suits.
  package private(set) var isByVote: Bool
  /// None of the dates suited: not this time, and gladly asked again.
  package private(set) var asksAgain: Bool

  /// A guest on the shortlist, or as it was stored.
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
    /// - hasRoom: `WavePlan.hasRoom` at this moment; decides only for those who do not hold a seat.
    case answered(Answer, word: String?, hasRoom: Bool, by: AnswerSource = .page)
    /// Voted in the poll. To vote for a date is to come if it is chosen; to turn down all of them is "not this time".
    /// - suits: whether any date suits, if need be.
    case voted(suits: Bool, hasRoom: Bool, by: AnswerSource = .page)
    /// The date was chosen from the poll.
    /// - vote: what they had said to it; nil for nothing.
    case dateChosen(vote: VoteValue?)
    /// The clock: does nothing before `answerBy`.
    case deadlinePassed
    /// A seat has been found for somebody who waits.
    case admitted
    case withdrawn
    case partyCancelled
    /// The guest does not want to be written to again.
    case objected
  }

  package enum Effect: Sendable, Hashable {
    case writeInvitation
    case writeReminder
    /// The guest who waited is in.
    case writeAdmission
    /// A calendar entry, if the date is set.
    case sendEntry
    case writeCancellation
    /// A seat is free: ask the `WavePlan` who is next.
    case releaseSeat
    case tellHost(News)
  }

  package enum News: Sendable, Hashable {
    case answered(Answer)
    /// None of the dates suits; would like to be asked again.
    case noDateSuits
    /// Would like to come, but there is no seat.
    case waiting
    case objected
  }

  /// - Parameter now: the moment of the event.
  package mutating func apply(_ event: Event, at now: Date) -> [Effect] {
    switch event {
    case .invited(let answerBy): invite(until: answerBy, now)
    case .reminded: remind(now)
    case .answered(let answer, let word, let hasRoom, let source):
      take(answer, Prose.line(word), hasRoom, source, now)
    case .voted(let suits, let hasRoom, let source): take(votesThatSuit: suits, hasRoom, source, now)
    case .dateChosen(let vote): settle(vote)
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

  /// The host's entry says nothing of the guest's word, and does not make their own what they had said themselves.
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

  /// Who has said yes or perhaps already stays with it, as long as any date suits.
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

  /// The guest says themselves what the host had entered for them.
  private mutating func own(_ source: AnswerSource, _ now: Date) {
    if source.isOwn, !answeredBy.isOwn { (answeredAt, answeredBy) = (now, source) }
  }

  /// A yes by votes holds where the date suits, and is a question where they said nothing to it. Who turned the date down
  /// does not come, whatever they had answered before.
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

  private mutating func fallSilent(_ now: Date) -> [Effect] {
    guard state == .invited, let answerBy, now >= answerBy else { return [] }
    state = .silent
    return [.releaseSeat]
  }

  private mutating func admit() -> [Effect] {
    guard state == .waiting else { return [] }
    state = answer == .perhaps ? .tentative : .accepted
    return state == .accepted ? [.writeAdmission, .sendEntry] : [.writeAdmission]
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
