import Testing

@testable import Core

@Suite("Rounds")
struct FloorRoundsTests {
  private func mingling(_ guests: Int, limit: Int = 4) throws -> Evening {
    var evening = try Evening.running(guests, limit: limit)
    try evening.ask(.host, .nextPart(index: 3))
    return evening
  }

  private func tables(_ evening: Evening) -> Set<Set<ParticipantID>> {
    Set(evening.floor.tables.keys.map { Set(evening.company($0)) }.filter { !$0.isEmpty })
  }

  @Test("A round waits for its seating, runs, warns, and waits for the next; after the last one tables are free")
  func rounds() throws {
    var evening = try mingling(3)
    try evening.ask(.host, .startRounds(count: 2, minutes: 5))
    #expect(evening.floor.needsSeating)
    evening.seat([[.host, g(1)], [g(2), g(3)]])
    #expect(!evening.floor.needsSeating && evening.floor.rounds?.current == 1)
    #expect(tables(evening) == [[.host, g(1)], [g(2), g(3)]])
    let end = evening.now.adding(seconds: 300)
    #expect(evening.pass(270) == [.warned(endsAt: end)])
    #expect(evening.floor.clock?.isWarned == false)
    evening.pass(30)
    #expect(evening.floor.needsSeating)
    evening.seat([[.host, g(2)], [g(1), g(3)]])
    #expect(tables(evening) == [[.host, g(2)], [g(1), g(3)]])
    #expect(evening.pass(300).last == .rounds(rounds: nil))
    #expect(!evening.floor.needsSeating && evening.seat([[g(1), g(2)]]) == [])
  }

  @Test("Full tables exchange their guests without ever being over the limit")
  func exchange() throws {
    var evening = try mingling(3, limit: 2)
    try evening.ask(.host, .startRounds(count: 2, minutes: 5))
    evening.seat([[.host, g(1)], [g(2), g(3)]])
    evening.pass(300)
    for event in evening.floor.roundEvents(seating: [[.host, g(3)], [g(2), g(1)]], at: evening.now) {
      evening.happen([event])
      #expect(evening.floor.tables.keys.allSatisfy { evening.company($0).count <= 2 })
    }
    #expect(tables(evening) == [[.host, g(3)], [g(2), g(1)]])
  }

  @Test("People who stay, are at a private table or dropped out are left in peace")
  func staying() throws {
    var evening = try mingling(7)
    try evening.gather(g(1), g(2), at: t(1))
    try evening.gather(g(3), g(4), at: t(2))
    try evening.ask(g(3), .privacy(isPrivate: true))
    try evening.gather(g(5), g(6), at: t(3))
    try evening.ask(g(1), .stay(isStaying: true))
    evening.drop(g(5))
    try evening.ask(.host, .startRounds(count: 1, minutes: 5))
    evening.seat([[g(1), g(3), g(6)], [g(2), g(4), g(5), g(7)]])
    #expect(tables(evening) == [[g(1), g(6)], [g(3), g(4)], [g(2), g(5), g(7)]])
  }

  @Test("A seating with too large groups, strangers and people twice still seats everybody once")
  func oddSeating() throws {
    var evening = try mingling(6, limit: 3)
    try evening.ask(.host, .startRounds(count: 1, minutes: 5))
    evening.seat([[.host, g(1), g(2), g(3), g(4)], [g(4), g(5), ParticipantID("stranger")], [g(1), g(6)]])
    #expect(tables(evening) == [[.host, g(1), g(2)], [g(3), g(4)], [g(5)], [g(6)]])
  }

  @Test("Rounds are played during mingling, and end with it")
  func onlyMingling() throws {
    var evening = try mingling(3)
    #expect(throws: FloorRefusal.invalidProgramme) { try evening.ask(.host, .startRounds(count: 0, minutes: 5)) }
    #expect(throws: FloorRefusal.invalidProgramme) { try evening.ask(.host, .startRounds(count: 2, minutes: 61)) }
    try evening.ask(.host, .startRounds(count: 3, minutes: 5))
    #expect(try evening.ask(.host, .nextPart(index: nil)).first == .rounds(rounds: nil))
    #expect(throws: FloorRefusal.noPart) { try evening.ask(.host, .startRounds(count: 2, minutes: 5)) }
    try evening.ask(.host, .nextPart(index: 3))
    try evening.ask(.host, .startRounds(count: 3, minutes: 5))
    try evening.ask(.host, .endRounds)
    #expect(evening.floor.rounds == nil && !evening.floor.needsSeating)
  }

  @Test("One more minute moves the round and its part together; holding the clock holds the round")
  func moreTime() throws {
    var evening = try mingling(3)
    try evening.ask(.host, .startRounds(count: 2, minutes: 5))
    evening.seat([[.host, g(1)], [g(2), g(3)]])
    let (round, part) = (evening.now.adding(seconds: 300), evening.now.adding(seconds: 1800))
    #expect(throws: FloorRefusal.tooLateToExtend) { try evening.ask(g(1), .oneMoreMinute) }
    evening.pass(280)
    try evening.ask(g(1), .oneMoreMinute)
    #expect(evening.floor.rounds?.endsAt == round.adding(seconds: 60))
    #expect(evening.floor.clock?.endsAt == part.adding(seconds: 60))
    try evening.ask(.host, .hold(isHeld: true))
    evening.pass(500)
    #expect(evening.floor.rounds?.current == 1 && evening.floor.rounds?.endsAt != nil)
    try evening.ask(.host, .hold(isHeld: false))
    #expect(evening.pass(50) == [.warned(endsAt: round.adding(seconds: 560))])
  }
}
