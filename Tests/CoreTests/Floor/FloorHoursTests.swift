import Testing

@testable import Core

@Suite("The hours of an evening")
struct FloorHoursTests {
  @Test(
    "The doors open, and the programme begins, at most an hour before",
    arguments: [
      FloorRequest.doors(state: .open), .doors(state: .knock), .nextPart(index: nil), .end,
    ])
  func early(_ request: FloorRequest) throws {
    var evening = evening()
    #expect(throws: FloorRefusal.tooEarly) { try evening.ask(.host, request) }
    #expect(evening.floor.doors == .closed && !evening.floor.hasEnded)
    evening.pass(60)
    #expect(throws: Never.self) { try evening.ask(.host, request) }
  }

  @Test("An evening nobody opens ends an hour after its time")
  func neverOpened() {
    var evening = evening()
    evening.pass(60 + 3600 + 3600 + 3599)
    #expect(!evening.floor.hasEnded)
    evening.pass(1)
    #expect(evening.floor.hasEnded)
    #expect(evening.floor.nextDeadline == nil)
  }

  @Test("An evening nobody begins goes on while people are there, except in the small hours")
  func neverBegun() throws {
    var evening = evening()
    evening.pass(60)
    try evening.ask(.host, .doors(state: .open))
    try evening.ask(ParticipantID("g1"), .arrive(profile: .init(name: "Kim", line: "", drink: ""), mode: .voice))
    try evening.ask(ParticipantID("g1"), .enter)
    evening.pass(3 * 3600 + 60)
    #expect(!evening.floor.hasEnded)
    evening.pass(FloorRules.longestOvertime)
    #expect(evening.floor.hasEnded)
  }

  @Test("It ends as soon as the last person has gone")
  func lastOneGoes() throws {
    var evening = evening()
    evening.pass(60)
    try evening.ask(.host, .doors(state: .open))
    try evening.ask(ParticipantID("g1"), .arrive(profile: .init(name: "Kim", line: "", drink: ""), mode: .voice))
    try evening.ask(ParticipantID("g1"), .enter)
    evening.pass(4 * 3600)
    try evening.ask(ParticipantID("g1"), .leave)
    evening.pass(0)
    #expect(evening.floor.hasEnded)
  }

  /// An hour and a minute before it begins.
  private func evening() -> Evening {
    let start = Evening.start.adding(seconds: 3660)
    let people = ["host", "g1", "g2"].map {
      Participant(id: ParticipantID($0), profile: .init(name: $0, line: "", drink: ""))
    }
    return Evening(
      FloorSetup(
        programme: Programme(parts: Evening.parts), people: people, start: start,
        opensAt: start.adding(seconds: -3600), closesAt: start.adding(seconds: 7200)))
  }
}
