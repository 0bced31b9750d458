import Foundation
import Testing

@testable import Core

@Suite("The reminder rule")
struct ReminderRuleTests {
  static let day: TimeInterval = 86_400
  let start = Date(timeIntervalSince1970: 1_800_000_000)

  @Test(
    "It is due in the days before the day to answer by, and not right after the letter",
    arguments: [
      (3.0, 2, 10.0, false), (8, 2, 10, true), (9.9, 2, 10, true), (10, 2, 10, false), (1, 9, 10, false),
      (2, 9, 10, true), (0.9, 5, 1, false),
    ])
  func due(now: Double, daysBefore: Int, deadline: Double, expected: Bool) {
    let guest = Invitation(state: .invited, invitedAt: start, answerBy: start + deadline * Self.day)
    let rule = ReminderRule(daysBefore: daysBefore)
    #expect(rule.isDue(guest, isSuppressed: false, at: start + now * Self.day) == expected)
  }

  @Test(
    "It is never due after an answer, a reminder or an objection, nor without a rule", arguments: GuestState.allCases)
  func never(state: GuestState) {
    let guest = Invitation(state: state, invitedAt: start, answerBy: start + 10 * Self.day)
    let now = start + 9 * Self.day
    #expect(ReminderRule(daysBefore: 3).isDue(guest, isSuppressed: false, at: now) == (state == .invited))
    #expect(!ReminderRule(daysBefore: 3).isDue(guest, isSuppressed: true, at: now))
    #expect(!ReminderRule(daysBefore: nil).isDue(guest, isSuppressed: false, at: now))
    var reminded = guest
    _ = reminded.apply(.reminded, at: now)
    #expect(!ReminderRule(daysBefore: 3).isDue(reminded, isSuppressed: false, at: now))
  }
}
