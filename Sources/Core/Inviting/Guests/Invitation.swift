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
  /// What the guest added to the answer.
  package private(set) var word: String?

  /// A guest on the shortlist, or as it was stored.
  package init(
    state: GuestState = .shortlisted, invitedAt: Date? = nil, answerBy: Date? = nil, remindedAt: Date? = nil,
    answer: Answer? = nil, answeredAt: Date? = nil, word: String? = nil
  ) {
    self.state = state
    self.invitedAt = invitedAt
    self.answerBy = answerBy
    self.remindedAt = remindedAt
    self.answer = answer
    self.answeredAt = answeredAt
    self.word = word
  }

  package enum Event: Sendable, Hashable {
    case invited(answerBy: Date?)
    case reminded
    /// - hasRoom: `WavePlan.hasRoom` at this moment; decides only for those who do not hold a seat.
    case answered(Answer, word: String?, hasRoom: Bool)
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
    /// Would like to come, but there is no seat.
    case waiting
    case objected
  }

  /// - Parameter now: the moment of the event.
  package mutating func apply(_ event: Event, at now: Date) -> [Effect] {
    switch event {
    case .invited(let answerBy): invite(until: answerBy, now)
    case .reminded: remind(now)
    case .answered(let answer, let word, let hasRoom): take(answer, Prose.line(word), hasRoom, now)
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

  private mutating func take(_ given: Answer, _ said: String?, _ hasRoom: Bool, _ now: Date) -> [Effect] {
    guard state != .shortlisted, state != .withdrawn else { return [] }
    let before = (state, answer, word)
    let seated = state.holdsSeat
    state = following(given, seatGiven: seated || hasRoom)
    answer = given
    word = said
    if before == (state, answer, word) { return [] }
    answeredAt = now
    var effects: [Effect] = [.tellHost(state == .waiting ? .waiting : .answered(given))]
    if state == .accepted && before.0 != .accepted { effects.append(.sendEntry) }
    if seated && !state.holdsSeat { effects.append(.releaseSeat) }
    return effects
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
    state = state == .shortlisted ? .withdrawn : .declined
    return seated ? [.tellHost(.objected), .releaseSeat] : [.tellHost(.objected)]
  }
}
