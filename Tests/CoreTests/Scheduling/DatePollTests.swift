import Foundation
import Testing

@testable import Core

@Suite("The date poll")
struct DatePollTests {
  private let now = PollSamples.now

  @Test(
    "It is decided when everybody has voted on every slot",
    arguments: [(["yn", "mn"], true), (["yn", "m-"], false), (["yn", "--"], false), (["nn"], true), ([], false)])
  func allVoted(_ rows: [String], _ decided: Bool) {
    #expect(PollSamples.poll(rows).isDecided(now: now) == decided)
  }

  @Test("It is decided when the deadline passes", arguments: [(-1.0, true), (0, true), (1, false)])
  func deadline(_ offset: Double, _ decided: Bool) {
    #expect(PollSamples.poll(["y-"], deadline: now.addingTimeInterval(offset)).isDecided(now: now) == decided)
  }

  @Test("A guest who declines is no longer waited for")
  func declined() {
    let poll = PollSamples.poll(["yy", "--"])
    #expect(poll.waitingFor == [PollSamples.voter(1)])
    let without = DatePoll(slots: poll.slots, voters: [PollSamples.voter(0)], votes: poll.votes)
    #expect(without.isDecided(now: now))
  }

  @Test("The host is told when it is ripe, and only once")
  func notice() {
    let open = PollSamples.poll(["y-", "yy"], deadline: now)
    #expect(PollNotice.message(for: open, toldAt: nil, now: now.addingTimeInterval(-1)) == nil)
    #expect(
      PollNotice.message(for: open, toldAt: nil, now: now)
        == Message("poll.notice.deadlineOneMissing", ["name": "Guest 0"]))
    #expect(PollNotice.message(for: open, toldAt: now, now: now.addingTimeInterval(60)) == nil)
  }

  @Test(
    "The notice says who is missing",
    arguments: [
      (["y", "y"], "poll.notice.allVoted"), (["y", "-"], "poll.notice.deadlineOneMissing"),
      (["y", "-", "-"], "poll.notice.deadlineSeveralMissing"),
    ])
  func missing(_ rows: [String], _ key: String) {
    let poll = PollSamples.poll(rows, deadline: now)
    #expect(PollNotice.message(for: poll, toldAt: nil, now: now)?.key == key)
  }

  @Test("There is nothing to tell about a poll without guests")
  func nobody() {
    let poll = DatePoll(slots: [PollSamples.slot(0)], voters: [], deadline: now)
    #expect(PollNotice.message(for: poll, toldAt: nil, now: now) == nil)
  }
}
