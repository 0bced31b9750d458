import Core
import Foundation
import Testing

@Suite struct MailRelevanceTests {
  private let start = Date(timeIntervalSince1970: 1_800_000_000)

  private func reason(
    _ kind: MailKind, hours: Double, stage: PartyStage = .scheduled, guest state: GuestState = .invited,
    isDated: Bool = true, lastSlot: Date? = nil, endedAt: Date? = nil, writtenHours: Double = -100,
    told: Date? = nil, hasVoted: Bool = false
  ) -> MailRelevance.Reason? {
    func time(_ hours: Double) -> Date { start.addingTimeInterval(hours * 3600) }
    let party = MailRelevance.PartyFacts(
      stage: stage, start: isDated ? start : nil, lastSlot: lastSlot, minutes: 60, endedAt: endedAt)
    let guest = Invitation(state: state, invitedAt: time(-100), answerBy: time(-10))
    return MailRelevance(
      writtenAt: time(writtenHours), party: party, guest: guest, signInLife: 900, expected: isDated ? start : nil,
      told: told, hasVoted: hasVoted
    ).objection(to: kind, at: time(hours))
  }

  @Test("An invitation is sent until the party begins, by its date or by the poll's last slot")
  func letter() {
    #expect(reason(.letter, hours: -1) == nil)
    #expect(reason(.letter, hours: 0) == .begun)
    #expect(reason(.letter, hours: 24) == .begun)
    #expect(reason(.letter, hours: 24, isDated: false) == nil)
    #expect(reason(.letter, hours: 24, isDated: false, lastSlot: start) == .begun)
    #expect(reason(.letter, hours: -1, stage: .ended) == .over)
    #expect(reason(.letter, hours: -1, stage: .cancelled) == .partyCancelled)
    #expect(reason(.letter, hours: -1, guest: .declined) == .withdrawn)
  }

  @Test("A reminder is useless once there is an answer, or the day to answer by has passed")
  func reminder() {
    #expect(reason(.reminder, hours: -11) == nil)
    #expect(reason(.reminder, hours: -9) == .late)
    for state in [GuestState.accepted, .tentative, .waiting] {
      #expect(reason(.reminder, hours: -11, guest: state) == .answered)
    }
  }

  @Test(
    "A date and its changes are told until the evening is over",
    arguments: [MailKind.confirmation, .change, .assistant])
  func dates(kind: MailKind) {
    #expect(reason(kind, hours: 0.9, stage: .open, guest: .accepted) == nil)
    #expect(reason(kind, hours: 1.1, guest: .accepted) == .over)
    #expect(reason(kind, hours: -1, guest: .withdrawn) == .withdrawn)
    #expect(reason(kind, hours: -1, stage: .cancelled, guest: .accepted) == .partyCancelled)
  }

  @Test("The mail of the day before goes to those who come, for the date it names, until it begins")
  func dayBefore() {
    #expect(reason(.dayBefore, hours: -20, guest: .accepted, told: start) == nil)
    #expect(reason(.dayBefore, hours: -20, guest: .accepted, told: start.addingTimeInterval(-3600)) == .moved)
    #expect(reason(.dayBefore, hours: 0, guest: .accepted, told: start) == .begun)
    #expect(reason(.dayBefore, hours: -20, stage: .cancelled, guest: .accepted, told: start) == .partyCancelled)
    for state in GuestState.allCases where state != .accepted {
      #expect(reason(.dayBefore, hours: -20, guest: state, told: start) == .withdrawn)
    }
  }

  @Test("A poll reminder is useless once there is a vote, a date, or no slot ahead")
  func pollReminder() {
    func reason(_ hours: Double, isDated: Bool = false, hasVoted: Bool = false) -> MailRelevance.Reason? {
      self.reason(
        .pollReminder, hours: hours, stage: .inviting, guest: .accepted, isDated: isDated, lastSlot: start,
        hasVoted: hasVoted)
    }
    #expect(reason(-20) == nil)
    #expect(reason(-20, hasVoted: true) == .voted)
    #expect(reason(-20, isDated: true) == .dated)
    #expect(reason(1) == .begun)
  }

  @Test("A cancellation is sent to those affected until the evening would be over")
  func cancellation() {
    #expect(reason(.cancellation, hours: -1, stage: .cancelled, guest: .withdrawn) == nil)
    #expect(reason(.cancellation, hours: 1.1, stage: .cancelled, guest: .withdrawn) == .over)
  }

  @Test("A summary two weeks after the evening is useless")
  func summary() {
    #expect(reason(.summary, hours: 24 * 13, stage: .ended, guest: .accepted, endedAt: start, writtenHours: 2) == nil)
    #expect(
      reason(.summary, hours: 24 * 15, stage: .ended, guest: .accepted, endedAt: start, writtenHours: 24 * 15) == .stale
    )
    #expect(!MailRelevance.wantsSummary(endedAt: start, at: start.addingTimeInterval(200 * 86_400)))
    #expect(MailRelevance.wantsSummary(endedAt: start, at: start.addingTimeInterval(86_400)))
  }

  @Test("A sign-in mail is useless once its link has expired")
  func signIn() {
    let facts = MailRelevance(writtenAt: start, party: nil, guest: nil, signInLife: 900)
    #expect(facts.objection(to: .signIn, at: start.addingTimeInterval(899)) == nil)
    #expect(facts.objection(to: .signIn, at: start.addingTimeInterval(901)) == .stale)
  }

  @Test("Every kind of mail expires some day", arguments: MailKind.allCases)
  func everyKindEnds(kind: MailKind) {
    #expect(reason(kind, hours: 24 * 365, stage: .ended, guest: .accepted, endedAt: start, writtenHours: 2) != nil)
  }
}
