import Foundation

/// Judges whether a mail that waited is still of use, at the moment it would leave.
package struct MailRelevance: Sendable {
  /// The reason why it is no longer of use.
  package enum Reason: String, Sendable, CaseIterable {
    case partyCancelled
    /// The guest has declined, or their invitation was taken back.
    case withdrawn
    /// The guest has answered.
    case answered
    /// The day to answer by has passed.
    case late
    /// The evening has begun.
    case begun
    /// The evening is over.
    case over
    /// It has waited so long that nobody expects it.
    case stale
    /// It mentions a date that no longer holds.
    case moved
    /// The date that was being sought has been found.
    case dated
    /// The guest has voted.
    case voted
  }

  package struct PartyFacts: Sendable {
    package var stage: PartyStage
    /// The date, if there is one.
    package var start: Date?
    /// The latest date in a poll.
    package var lastSlot: Date?
    package var minutes: Int
    package var endedAt: Date?
    /// The time until which guests are asked to vote.
    package var pollDeadline: Date?

    package init(
      stage: PartyStage, start: Date?, lastSlot: Date?, minutes: Int, endedAt: Date?, pollDeadline: Date? = nil
    ) {
      (self.stage, self.start, self.lastSlot) = (stage, start, lastSlot)
      (self.minutes, self.endedAt, self.pollDeadline) = (minutes, endedAt, pollDeadline)
    }
  }

  /// The thing that news asks its host to do.
  package enum Request: Sendable {
    /// To look after seats and guests before the evening.
    case guests
    /// To choose a date.
    case date
  }

  package var writtenAt: Date
  /// Nil for mail that is not about a party.
  package var party: PartyFacts?
  /// Nil for mail to a host.
  package var guest: Invitation?
  /// The lifetime of a sign-in link.
  package var signInLife: TimeInterval
  /// The time at which the guest is expected, and the one the mail states; nil if it names no time.
  package var expected: Date?
  package var told: Date?
  package var hasVoted: Bool
  /// Nil for news that is only good to know, and for mail to guests.
  package var request: Request?

  package init(
    writtenAt: Date, party: PartyFacts?, guest: Invitation?, signInLife: TimeInterval, expected: Date? = nil,
    told: Date? = nil, hasVoted: Bool = false, request: Request? = nil
  ) {
    (self.writtenAt, self.party, self.guest, self.signInLife) = (writtenAt, party, guest, signInLife)
    (self.expected, self.told, self.hasVoted, self.request) = (expected, told, hasVoted, request)
  }

  /// - Returns: nil as long as the mail should leave.
  package func objection(to kind: MailKind, at now: Date) -> Reason? {
    switch kind {
    case .letter: cancelled ?? gone ?? begun(now)
    case .reminder: cancelled ?? gone ?? answered ?? late(now) ?? begun(now)
    case .confirmation, .change: cancelled ?? uninterested ?? over(now)
    case .assistant, .message: cancelled ?? gone ?? over(now)
    case .dayBefore: cancelled ?? notComing ?? begun(now) ?? moved
    case .pollReminder: cancelled ?? notComing ?? dated ?? (hasVoted ? .voted : nil) ?? unvotable(now) ?? begun(now)
    case .newLink: cancelled ?? gone ?? stale(days: 14, now)
    case .cancellation, .assistantCancellation: over(now) ?? stale(days: 60, now)
    case .summary: stale(days: 14, since: party?.endedAt, now)
    case .promise: stale(days: 7, now)
    case .thanks: stale(days: 30, now)
    case .farewell: stale(days: 60, now)
    case .notice: belated(now) ?? stale(days: 7, now)
    case .signIn: now > writtenAt.addingTimeInterval(signInLife) ? .stale : nil
    }
  }

  private var cancelled: Reason? { party?.stage == .cancelled ? .partyCancelled : nil }

  private var gone: Reason? {
    switch guest?.state {
    case .declined, .withdrawn: .withdrawn
    default: nil
    }
  }

  /// A guest whom no date suited so far waits for another one.
  private var uninterested: Reason? {
    guard let guest, guest.state == .declined, guest.asksAgain else { return gone }
    return nil
  }

  private var notComing: Reason? { guest?.state == .accepted ? nil : .withdrawn }

  private var moved: Reason? { expected == told ? nil : .moved }

  private var dated: Reason? { party?.start == nil ? nil : .dated }

  private var answered: Reason? {
    switch guest?.state {
    case .accepted, .tentative, .waiting: .answered
    default: nil
    }
  }

  private func late(_ now: Date) -> Reason? {
    guard let answerBy = guest?.answerBy, now >= answerBy else { return nil }
    return .late
  }

  private func unvotable(_ now: Date) -> Reason? {
    guard let deadline = party?.pollDeadline, now >= deadline else { return nil }
    return .late
  }

  private func begun(_ now: Date) -> Reason? {
    guard let party else { return nil }
    if [.ended, .closed].contains(party.stage) { return .over }
    guard let begin = party.start ?? party.lastSlot, now >= begin else { return nil }
    return .begun
  }

  /// News that asks its host to do something before the evening.
  private func belated(_ now: Date) -> Reason? {
    switch request {
    case .none: nil
    case .guests: cancelled ?? begun(now)
    case .date: cancelled ?? dated ?? begun(now)
    }
  }

  private func over(_ now: Date) -> Reason? {
    guard let party else { return nil }
    if [.ended, .closed].contains(party.stage) { return .over }
    guard let start = party.start, now >= start.addingTimeInterval(Double(party.minutes) * 60) else { return nil }
    return .over
  }

  private func stale(days: Double, since: Date? = nil, _ now: Date) -> Reason? {
    now > (since ?? writtenAt).addingTimeInterval(days * 86_400) ? .stale : nil
  }
}

extension MailRelevance {
  /// True if summaries of an evening that ended then are still written.
  package static func wantsSummary(endedAt: Date, at now: Date) -> Bool {
    let party = PartyFacts(stage: .ended, start: nil, lastSlot: nil, minutes: 0, endedAt: endedAt)
    return MailRelevance(writtenAt: now, party: party, guest: nil, signInLife: 0).objection(to: .summary, at: now)
      == nil
  }
}
