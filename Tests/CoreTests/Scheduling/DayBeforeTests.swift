import Foundation
import Testing

@testable import Core

/// The mail of the day before: its time and its recipients.
@Suite struct DayBeforeTests {
  private let start = Date(timeIntervalSince1970: 1_796_317_200)

  @Test("It is sent at the host's hour on the day before, in the party's zone, until the party begins")
  func time() throws {
    let day = try #require(DayBefore(party(), in: .none))
    #expect(start.timeIntervalSince(day.time) == 24 * 3600)
    #expect(!day.isOpen(at: day.time - 1) && day.isOpen(at: day.time))
    #expect(day.isOpen(at: start - 1) && !day.isOpen(at: start))
    #expect(try #require(DayBefore(party { $0.dayBeforeHour = 7 }, in: .none)).time == day.time - 10 * 3600)
  }

  @Test("There is none without a confirmed date, and none if the host wants none")
  func none() {
    #expect(DayBefore(party { $0.dayBeforeHour = nil }, in: .none) == nil)
    #expect(DayBefore(party { $0.confirmedAt = nil }, in: .none) == nil)
    for stage in PartyStage.allCases where stage != .scheduled {
      #expect(DayBefore(party { $0.stage = stage }, in: .none) == nil)
    }
  }

  @Test("Only those who come get it, and nobody who has heard about the date since that hour")
  func guests() throws {
    let day = try #require(DayBefore(party(), in: .none))
    func isDue(_ state: GuestState, answered: Double = -100, told: Double? = nil) -> Bool {
      var guest = Guest(
        id: .sample(1), party: .sample(1), person: .sample(1), standing: .chosen, position: 1, isPinned: false,
        isMustHave: false, invitation: Invitation(state: state, answeredAt: day.time + answered), linkNumber: 1,
        wave: 1,
        wishes: "", brings: "", arrives: "", leaves: "", zone: "", card: Guest.Card(), letter: LetterEdits(),
        salutation: "")
      guest.removedAt = nil
      return day.isDue(for: guest, toldAt: told.map { day.time + $0 }, at: day.time + 60)
    }
    for state in GuestState.allCases { #expect(isDue(state) == (state == .accepted)) }
    #expect(!isDue(.accepted, answered: 0) && !isDue(.accepted, told: 1) && isDue(.accepted, told: -1))
  }

  /// At 17:00 UTC.
  private func party(_ change: (inout Party) -> Void = { _ in }) -> Party {
    var party = Party(
      id: .sample(1), host: .sample(1), occasion: nil, stage: .scheduled, title: "", substance: Substance(), form: .sie,
      seats: 8, minutes: 60, zone: "UTC", dateKind: .fixed, start: start, confirmedAt: start - 1_000_000,
      pollDeadline: nil, pollNoticedAt: nil, answerDays: 7, reminderDays: 2, release: .afterNod, expectedDeclines: 0,
      revision: CalendarRevision(uid: "u"), cancelReason: "", createdAt: start - 1_000_000)
    change(&party)
    return party
  }
}

/// Reminders of a poll.
@Suite struct PollReminderTests {
  private let now = PollSamples.now

  @Test("Due near the deadline and a day after the yes, for somebody who comes and has voted on nothing")
  func deadline() {
    let reminder = PollReminder(poll: PollSamples.poll(["--", "y-"], deadline: now + 4 * 86_400), daysBefore: 2)
    func isDue(_ guest: Int, _ state: GuestState = .accepted, days: Double, answered: Double = 0) -> Bool {
      let invitation = Invitation(state: state, answeredAt: now + answered * 86_400)
      return reminder.isDue(.sample(guest), invitation, at: now + days * 86_400)
    }
    #expect(!isDue(0, days: 1.9) && isDue(0, days: 2) && !isDue(0, days: 4))
    #expect(!isDue(0, days: 2.5, answered: 2) && isDue(0, days: 3, answered: 2))
    #expect(!isDue(1, days: 3))
    for state in GuestState.allCases where state != .accepted { #expect(!isDue(0, state, days: 3)) }
  }

  @Test("Without a deadline, some days after the yes; never if the host reminds nobody")
  func open() {
    let poll = PollSamples.poll(["-----"])
    let invitation = Invitation(state: .accepted, answeredAt: now)
    func isDue(_ days: Double, _ daysBefore: Int? = 2) -> Bool {
      PollReminder(poll: poll, daysBefore: daysBefore).isDue(.sample(0), invitation, at: now + days * 86_400)
    }
    #expect(!isDue(2.9) && isDue(3) && !isDue(5.1) && !isDue(3, nil))
  }
}
