import Core
import Foundation
import TestKit
import Testing

@Suite struct SteadyClockTests {
  private let start = Date(timeIntervalSince1970: 1_800_000_000)
  private let day: TimeInterval = 86_400

  @Test("With a daily look it keeps up")
  func daily() {
    var clock = SteadyClock(now: start, newest: nil)
    for number in 1...400 {
      let now = start.addingTimeInterval(Double(number) * day)
      clock.advance(to: now)
      #expect(clock.judging(at: now) == now)
    }
  }

  @Test(
    "Whatever the machine's clock does, it moves no more than a day at a look, and judges by nothing in the future",
    arguments: 0..<20)
  func anything(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    var clock = SteadyClock(now: start, newest: start)
    for _ in 0..<200 {
      let before = clock.time
      let now = start.addingTimeInterval(Double.random(in: -1000...1000, using: &chance) * day)
      clock.advance(to: now)
      #expect(clock.time >= before && clock.time <= before.addingTimeInterval(day))
      #expect(clock.judging(at: now) <= now)
    }
  }

  @Test("Repeated starts with a clock that is ahead move it once")
  func restarts() {
    var clock = SteadyClock(now: start, newest: start)
    let ahead = start.addingTimeInterval(300 * day)
    for second in 0..<50 { clock.advance(to: ahead.addingTimeInterval(Double(second))) }
    #expect(clock.time == start.addingTimeInterval(day))
  }

  @Test("It begins at the latest write, not at a clock that may be ahead")
  func beginning() {
    let clock = SteadyClock(now: start.addingTimeInterval(300 * day), newest: start)
    #expect(clock.time == start)
  }

  @Test("A few people go a day after they were seen, many after a week")
  func rule() {
    let rule = ErasureRule(atOnce: 100)
    for (count, days) in [(1, 1.0), (100, 1), (101, 7)] {
      #expect(!rule.isRipe(seenAt: start, count: count, at: start.addingTimeInterval(days * day - 1)))
      #expect(rule.isRipe(seenAt: start, count: count, at: start.addingTimeInterval(days * day)))
    }
    #expect(ErasureRule(atOnce: 0).isRipe(seenAt: start, count: 100_000, at: start.addingTimeInterval(day)))
  }
}
