import TestKit
import Testing

@testable import Core

@Suite("The history of an evening")
struct FloorHistoryTests {
  @Test("Stays end by moving on, by a dropped connection and with the evening")
  func stays() throws {
    var evening = try Evening.running(2)
    let start = evening.now
    try evening.gather(g(1), g(2), at: t(1))
    evening.pass(60)
    evening.drop(g(2))
    evening.pass(30)
    evening.resume(g(2))
    evening.pass(30)
    try evening.ask(g(1), .moveToFreeTable)
    evening.pass(60)
    try evening.ask(.host, .end)
    evening.pass(600)
    func stay(_ who: ParticipantID, _ table: TableID, _ from: Int, _ until: Int) -> FloorHistory.Stay {
      .init(who: who, table: table, from: start.adding(seconds: from), until: start.adding(seconds: until))
    }
    let stays = FloorHistory(evening.log, end: evening.now).stays
    #expect(
      stays == [
        stay(g(2), t(1), 0, 60), stay(g(1), t(1), 0, 120), stay(g(1), t(2), 120, 180), stay(g(2), t(1), 90, 180),
      ])
  }

  @Test("People meet while tables talk and both are there")
  func encounters() throws {
    var evening = try Evening.running(3)
    try evening.gather(g(1), g(2), at: t(1))
    try evening.gather(g(3), at: t(2))
    evening.pass(60)
    try evening.ask(.host, .nextPart(index: 1))
    evening.pass(200)
    try evening.ask(.host, .nextPart(index: 3))
    evening.pass(40)
    try evening.gather(g(3), at: t(1))
    evening.pass(5)
    evening.drop(g(2))
    evening.pass(100)
    let encounters = Encounters(FloorHistory(evening.log, end: evening.now))
    #expect(encounters.seconds(g(1), g(2)) == 105)
    #expect(encounters.seconds(g(2), g(3)) == 5 && encounters.seconds(g(3), g(1)) == 105)
    #expect(encounters.met(by: g(2)).map(\.who) == [g(1), g(3)])
    #expect(encounters.met(by: g(2), atLeast: 60).map(\.seconds) == [105])
    #expect(encounters.met(by: .host).isEmpty)
  }

  @Test("Encounters agree with a second-by-second count", arguments: UInt64(1)...10)
  func counted(seed: UInt64) throws {
    var evening = try Evening.running(5, limit: 3)
    var dice = SeededGenerator(seed: seed)
    var counted: [FloorSetup.Pair: Int] = [:]
    try evening.ask(.host, .nextPart(index: nil))
    for _ in 0..<400 {
      let who = [ParticipantID.host, g(1), g(2), g(3), g(4), g(5)].randomElement(using: &dice) ?? .host
      switch Int.random(in: 0..<12, using: &dice) {
      case 0: evening.drop(who)
      case 1: evening.resume(who)
      case 2: _ = try? evening.ask(who, .stepAway)
      case 3: _ = try? evening.ask(.host, .nextPart(index: Int.random(in: 0..<5, using: &dice)))
      default: _ = try? evening.ask(who, .move(table: t(Int.random(in: 1...4, using: &dice))))
      }
      let here = evening.floor.isOnStage ? [] : evening.floor.inside
      for (place, one) in here.enumerated() {
        for other in here[(place + 1)...] where evening.floor.areAtSameTable(one, other) {
          counted[.init(one, other), default: 0] += 1
        }
      }
      evening.wait(until: evening.now.adding(seconds: 1))
    }
    let encounters = Encounters(FloorHistory(evening.log, end: evening.now))
    for one in evening.floor.people.keys {
      for other in evening.floor.people.keys where one < other {
        #expect(encounters.seconds(one, other) == counted[.init(one, other), default: 0], "seed \(seed)")
      }
    }
  }
}
