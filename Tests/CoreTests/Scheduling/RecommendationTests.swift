import Foundation
import TestKit
import Testing

@testable import Core

@Suite("Recommending a date")
struct RecommendationTests {
  @Test("More people win, then fewer who would rather not, then the earlier slot")
  func order() {
    #expect(PollSamples.poll(["ny", "yy"]).ranking() == [.sample(1), .sample(0)])
    #expect(PollSamples.poll(["my", "yy"]).ranking() == [.sample(1), .sample(0)])
    #expect(PollSamples.poll(["yy", "yy"]).ranking() == [.sample(0), .sample(1)])
    #expect(PollSamples.poll(["yn", "mm", "mm"]).ranking() == [.sample(0), .sample(1)])
  }

  @Test("A slot that a must-have guest refuses comes last, flagged, however many others can")
  func mustHave() throws {
    let recommendation = Recommendation(
      PollSamples.poll(["nm", "yn", "yn", "yn"], mustHave: [0]), now: PollSamples.now)
    #expect(recommendation.ranked.map(\.id) == [.sample(1), .sample(0)])
    #expect(recommendation.ranked.map(\.isFlagged) == [false, true])
    #expect(recommendation.ranked[1].reasons.first == Message("poll.reason.mustHaveRefuses", ["name": "Guest 0"]))
    #expect(try #require(recommendation.best).id == .sample(1))
  }

  @Test("A must-have guest who isn't invited any more doesn't count, nor do strangers' votes")
  func strangers() {
    let poll = PollSamples.poll(["yn"], mustHave: [7]).with(.no, of: .sample(7), on: .sample(0))
    #expect(Recommendation(poll, now: PollSamples.now).ranked.map(\.isFlagged) == [false, false])
    #expect(Recommendation(poll, now: PollSamples.now).ranked[0].tally.voters == 1)
  }

  @Test("Slots that have begun are left out")
  func past() {
    let poll = PollSamples.poll(["yy"])
    #expect(poll.ranking(now: poll.slots[0].start) == [.sample(1)])
    #expect(Recommendation(poll, now: poll.slots[1].end).best == nil)
  }

  @Test("Nothing is proposed if nobody has voted, or nobody can", arguments: ["--", "nn"])
  func nothing(_ row: String) {
    #expect(Recommendation(PollSamples.poll([row, row]), now: PollSamples.now).best == nil)
  }

  @Test(
    "The reasons say what a slot gains and loses",
    arguments: [
      (["y", "y"], [], ["allCan"]),
      (["y", "m"], [], ["allCanOneIfNeeded"]),
      (["m", "m"], [], ["allCanSomeIfNeeded"]),
      (["y", "y", "n"], [], ["someCan", "losesOne"]),
      (["y", "n", "n"], [0], ["someCan", "mustHavesCan", "losesSeveral"]),
      (["m", "n", "-"], [0], ["someCanOneIfNeeded", "mustHavesCanOneIfNeeded", "losesOne", "unansweredOne"]),
      (["m", "m", "n"], [0, 1], ["someCanSomeIfNeeded", "mustHavesCanSomeIfNeeded", "losesOne"]),
      (["n", "n", "y", "n"], [0, 1], ["mustHavesRefuse", "someCan", "losesOne"]),
      (["-", "-", "y"], [0], ["someCan", "unansweredSeveral"]),
      (["-"], [], ["noVotes"]),
    ] as [([String], Set<Int>, [String])])
  func reasons(_ rows: [String], _ mustHave: Set<Int>, _ expected: [String]) {
    let ranked = Recommendation(PollSamples.poll(rows, mustHave: mustHave), now: PollSamples.now).ranked
    #expect(ranked[0].reasons.map(\.key) == expected.map { "poll.reason." + $0 })
  }

  @Test("Between equal slots the reason is the earlier time, between nearly equal ones the clearer yes")
  func ties() {
    let equal = Recommendation(PollSamples.poll(["yy"]), now: PollSamples.now).ranked
    #expect(equal.map { $0.reasons.map(\.key).contains("poll.reason.earlier") } == [true, false])
    let nearly = Recommendation(PollSamples.poll(["my"]), now: PollSamples.now).ranked
    #expect(nearly[0].reasons.map(\.key).contains("poll.reason.moreYes"))
  }
}

@Suite("Recommending a date: invariants")
struct RecommendationProperties {
  @Test("The order of slots and guests makes no difference")
  func permutation() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<300 {
      let poll = PollSamples.random(slots: 5, guests: 6, &generator)
      #expect(poll.ranking() == poll.shuffled(&generator).ranking())
    }
  }

  @Test("Another yes never lowers a slot")
  func monotone() throws {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<300 {
      let poll = PollSamples.random(slots: 5, guests: 6, &generator)
      let slot = SlotID.sample(Int.random(in: 0..<5, using: &generator))
      let guest = GuestID.sample(Int.random(in: 0..<6, using: &generator))
      let before = try #require(poll.ranking().firstIndex(of: slot))
      let after = try #require(poll.with(.yes, of: guest, on: slot).ranking().firstIndex(of: slot))
      #expect(after <= before)
    }
  }

  @Test("No slot that a must-have guest refuses ranks above one that all of them can make")
  func mustHave() {
    var generator = SeededGenerator(seed: 33)
    for _ in 0..<300 {
      let poll = PollSamples.random(slots: 5, guests: 6, &generator)
      let ranked = Recommendation(poll, now: PollSamples.now).ranked
      let lastFree = ranked.lastIndex { !$0.isFlagged } ?? -1
      let firstFlagged = ranked.firstIndex(where: \.isFlagged) ?? ranked.count
      #expect(lastFree < firstFlagged)
      for slot in ranked {
        let refused = poll.mustHave.contains { poll.vote(of: $0, on: slot.id) == .no }
        #expect(slot.isFlagged == refused)
      }
    }
  }
}
