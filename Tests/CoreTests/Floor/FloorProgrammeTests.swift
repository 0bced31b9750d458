import Testing

@testable import Core

@Suite("The programme and its clock")
struct FloorProgrammeTests {
  private func started() throws -> Evening {
    var evening = try Evening.running(2)
    try evening.ask(.host, .nextPart(index: nil))
    return evening
  }

  private func end(_ evening: Evening, in seconds: Int) -> Moment { evening.now.adding(seconds: seconds) }

  @Test("The first part opens the doors and records the programme")
  func start() throws {
    var evening = Evening(guests: 1)
    let events = try evening.ask(.host, .nextPart(index: nil))
    let clock = ProgrammeClock(index: 0, startedAt: evening.now, endsAt: end(evening, in: 300))
    #expect(events == [.doors(state: .open), .programme(parts: Evening.parts), .part(clock: clock)])
    #expect(throws: FloorRefusal.alreadyThere) { try evening.ask(.host, .nextPart(index: 0)) }
    #expect(throws: FloorRefusal.noPart) { try evening.ask(.host, .nextPart(index: 5)) }
    #expect(throws: FloorRefusal.noPart) { try evening.ask(.host, .nextPart(index: -1)) }
  }

  @Test("Where guests knock, the first part leaves the door as it is")
  func startKnocking() throws {
    var evening = Evening(guests: 1)
    try evening.ask(.host, .doors(state: .knock))
    try evening.ask(.host, .nextPart(index: nil))
    #expect(evening.floor.doors == .knock)
  }

  @Test("A minute before its end a part warns, then the next begins")
  func change() throws {
    var evening = try started()
    let change = end(evening, in: 300)
    #expect(evening.pass(239) == [])
    #expect(evening.pass(1) == [.warned(endsAt: change)])
    #expect(evening.pass(59) == [])
    #expect(
      evening.pass(1).first == .part(clock: .init(index: 1, startedAt: change, endsAt: change.adding(seconds: 600))))
  }

  @Test("Anyone may take one more minute, towards the end, three times; then it warns again")
  func oneMoreMinute() throws {
    var evening = try started()
    let change = end(evening, in: 300)
    evening.pass(179)
    #expect(throws: FloorRefusal.tooLateToExtend) { try evening.ask(g(1), .oneMoreMinute) }
    evening.pass(71)
    #expect(try evening.ask(g(1), .oneMoreMinute) == [.extended(endsAt: change.adding(seconds: 60), by: g(1))])
    #expect(evening.pass(50) == [.warned(endsAt: change.adding(seconds: 60))])
    try evening.ask(g(2), .oneMoreMinute)
    try evening.ask(.host, .oneMoreMinute)
    evening.pass(120)
    try evening.ask(g(2), .oneMoreMinute)
    #expect(throws: FloorRefusal.tooLateToExtend) { try evening.ask(g(2), .oneMoreMinute) }
    #expect(evening.floor.clock?.endsAt == change.adding(seconds: 240))
  }

  @Test("Whoever hosts extends the part, and holds the clock")
  func holding() throws {
    var evening = try started()
    let change = end(evening, in: 300)
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(1), .extend(seconds: 60)) }
    #expect(throws: FloorRefusal.invalidProgramme) { try evening.ask(.host, .extend(seconds: 0)) }
    try evening.ask(.host, .extend(seconds: 120))
    evening.pass(100)
    #expect(
      try evening.ask(.host, .hold(isHeld: true)) == [.held(since: evening.now, endsAt: change.adding(seconds: 120))])
    #expect(try evening.ask(.host, .hold(isHeld: true)) == [])
    #expect(evening.pass(1000) == [])
    #expect(throws: FloorRefusal.tooLateToExtend) { try evening.ask(g(1), .oneMoreMinute) }
    try evening.ask(.host, .hold(isHeld: false))
    #expect(evening.floor.clock?.endsAt == change.adding(seconds: 1120))
    #expect(evening.pass(260) == [.warned(endsAt: change.adding(seconds: 1120))])
  }

  @Test("The last part warns; then people linger for ten minutes until the evening ends")
  func lastPart() throws {
    var evening = try started()
    try evening.ask(.host, .nextPart(index: 4))
    let over = end(evening, in: 300)
    #expect(evening.pass(300) == [.warned(endsAt: over)])
    #expect(throws: FloorRefusal.noPart) { try evening.ask(.host, .nextPart(index: nil)) }
    #expect(evening.pass(599) == [])
    #expect(evening.pass(1) == [.ended(by: nil)])
  }

  @Test("A restart in the middle of a part keeps its times")
  func restart() throws {
    var evening = try started()
    let change = end(evening, in: 300)
    evening.restart(after: 100)
    #expect(evening.floor.clock?.endsAt == change)
    for who in [.host, g(1), g(2)] { evening.resume(who) }
    #expect(evening.pass(140) == [.warned(endsAt: change)])
  }

  @Test("A restart after a part's end warns before anything changes")
  func lateRestart() throws {
    var evening = try started()
    evening.restart(after: 400)
    for who in [.host, g(1), g(2)] { evening.resume(who) }
    let change = end(evening, in: 60)
    #expect(evening.pass(0) == [.extended(endsAt: change, by: nil), .warned(endsAt: change)])
    #expect(
      evening.pass(60).first == .part(clock: .init(index: 1, startedAt: change, endsAt: change.adding(seconds: 600))))
  }

  @Test("Parts that are over can't be changed, nor can the current part's kind")
  func edits() throws {
    var evening = try started()
    try evening.ask(.host, .nextPart(index: 1))
    var parts = Evening.parts
    parts[0].minutes = 6
    #expect(throws: FloorRefusal.invalidProgramme) { try evening.ask(.host, .programme(parts: parts)) }
    parts = Evening.parts
    parts[1].kind = .mingling
    #expect(throws: FloorRefusal.invalidProgramme) { try evening.ask(.host, .programme(parts: parts)) }
    #expect(throws: FloorRefusal.invalidProgramme) { try evening.ask(.host, .programme(parts: [Evening.parts[0]])) }
    parts = Evening.parts
    parts[1].title = " Who we are "
    parts.remove(at: 2)
    try evening.ask(.host, .programme(parts: parts))
    #expect(evening.floor.part?.title == "Who we are")
    #expect(try evening.ask(.host, .programme(parts: parts)) == [])
  }

  @Test("A programme has one to twelve parts of one to 180 minutes")
  func bounds() throws {
    var evening = Evening(guests: 1)
    let part = Programme.Part(kind: .mingling, minutes: 10)
    for parts in [
      [], Array(repeating: part, count: 13), [.init(kind: .close, minutes: 0)], [.init(kind: .close, minutes: 181)],
    ] {
      #expect(throws: FloorRefusal.invalidProgramme) { try evening.ask(.host, .programme(parts: parts)) }
    }
    try evening.ask(.host, .programme(parts: Array(repeating: part, count: 12)))
    let long = Programme.Part(kind: .close, title: String(repeating: "a", count: 121), minutes: 5)
    #expect(throws: FloorRefusal.textTooLong) { try evening.ask(.host, .programme(parts: [long])) }
  }

  @Test("Making the current part longer or shorter moves its end, never closer than a minute")
  func currentMinutes() throws {
    var evening = try started()
    let change = end(evening, in: 300)
    evening.pass(120)
    var parts = Evening.parts
    parts[0].minutes = 7
    #expect(
      try evening.ask(.host, .programme(parts: parts)) == [
        .programme(parts: parts), .extended(endsAt: change.adding(seconds: 120), by: .host),
      ])
    parts[0].minutes = 1
    try evening.ask(.host, .programme(parts: parts))
    #expect(evening.floor.clock?.endsAt == end(evening, in: 60))
  }

  @Test("A part added after the last one's end is warned of like any other")
  func addedLate() throws {
    var evening = try started()
    try evening.ask(.host, .nextPart(index: 4))
    evening.pass(400)
    try evening.ask(.host, .programme(parts: Evening.parts + [.init(kind: .mingling, minutes: 20)]))
    let events = evening.pass(120)
    #expect(events.map(\.isWarning) == [true, false])
    #expect(evening.floor.clock?.index == 5)
  }

  @Test("A whole programme runs from doors to close without help")
  func wholeEvening() throws {
    var evening = try Evening.running(6)
    try evening.ask(.host, .nextPart(index: nil))
    evening.pass(3 * 3600)
    let parts = evening.log.compactMap { entry -> Int? in
      if case .part(let clock) = entry.event { clock.index } else { nil }
    }
    #expect(parts == [0, 1, 2, 3, 4] && evening.floor.hasEnded)
    #expect(evening.log.count { $0.event.isWarning } == 5)
  }
}

extension FloorEvent {
  var isWarning: Bool { if case .warned = self { true } else { false } }
}
