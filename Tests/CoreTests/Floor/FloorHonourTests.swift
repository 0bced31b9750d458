import Testing

@testable import Core

@Suite("The guest of honour on the floor")
struct FloorHonourTests {
  private static let parts = [
    Programme.Part(kind: .arrivals, minutes: 5), .init(kind: .introductions, minutes: 15),
    .init(kind: .guestOfHonour, minutes: 20), .init(kind: .mingling, minutes: 20), .init(kind: .close, minutes: 5),
  ]
  private let guest = g(5)

  /// Everybody except the guest of honour is inside, and the introductions are under way.
  private func scene(_ role: HonourSlot.Role, doors: Doors = .open) throws -> Evening {
    let honour = GuestOfHonour(
      who: guest, slot: HonourSlot(startsAt: Evening.start.adding(seconds: 1200), minutes: 20, role: role),
      questions: ["What would you do again?", "What would you leave?"])
    var evening = Evening(guests: 5, parts: Self.parts, honour: honour)
    try evening.ask(.host, .doors(state: .open))
    for number in 0...4 { try evening.comeIn(number == 0 ? .host : g(number)) }
    try evening.ask(.host, .doors(state: doors))
    for index in 0...1 { try evening.ask(.host, .nextPart(index: index)) }
    return evening
  }

  private func honour(_ evening: Evening) throws -> GuestOfHonour { try #require(evening.floor.honour) }

  @Test("They come in without waiting and without knocking", arguments: [Doors.closed, .knock, .open])
  func door(doors: Doors) throws {
    var evening = try scene(.speaker, doors: doors)
    evening.pass(60)
    try evening.comeIn(guest)
    #expect(evening.floor.isInside(guest))
    #expect(try honour(evening).slot.arrivedAt == evening.now)
  }

  @Test("Before the evening the door is closed to them as to everybody")
  func closed() throws {
    let slot = HonourSlot(startsAt: Evening.start, minutes: 20, role: .guest)
    var evening = Evening(guests: 5, honour: GuestOfHonour(who: guest, slot: slot, questions: []))
    #expect(throws: FloorRefusal.doorClosed) { try evening.comeIn(guest) }
  }

  @Test("Ten minutes late: the programme gives way before them, and the close keeps its place")
  func late() throws {
    var evening = try scene(.speaker)
    let events = try evening.ask(guest, .comeLater(minutes: 10))
    let waiting = Programme.Part(kind: .mingling, minutes: 15)
    #expect(
      events == [
        .honour(progress: .init(lateMinutes: 10)),
        .programme(parts: Array(Self.parts.prefix(2)) + [waiting] + Self.parts.suffix(3)),
      ])
    #expect(try evening.ask(guest, .comeLater(minutes: 10)) == [])
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(1), .comeLater(minutes: 20)) }
    #expect(throws: FloorRefusal.invalidProgramme) { try evening.ask(guest, .comeLater(minutes: 61)) }
    try evening.ask(.host, .comeLater(minutes: 0))
    try evening.comeIn(guest)
    #expect(throws: FloorRefusal.alreadyThere) { try evening.ask(guest, .comeLater(minutes: 10)) }
  }

  @Test("Before the evening begins their delay moves the plan")
  func lateBefore() throws {
    let slot = HonourSlot(startsAt: Evening.start.adding(seconds: 1200), minutes: 20, role: .guest)
    var evening = Evening(
      guests: 5, parts: Self.parts, honour: GuestOfHonour(who: guest, slot: slot, questions: []))
    try evening.ask(guest, .comeLater(minutes: 10))
    #expect(evening.floor.programme.prefix(2).map(\.minutes) == [5, 25] && evening.floor.programme[2].minutes == 20)
  }

  @Test("The word is theirs when their part begins, and nobody takes it while they speak")
  func speaker() throws {
    var evening = try scene(.speaker)
    try evening.comeIn(guest)
    try evening.ask(.host, .nextPart(index: 2))
    #expect(evening.floor.stage.speaker == guest)
    evening.pass(3600)
    #expect(evening.floor.clock?.index == 2 && evening.floor.stage.speaker == guest)
    try evening.ask(guest, .doneSpeaking)
    evening.pass(0)
    #expect(evening.floor.clock?.index == 3)
  }

  @Test("Somebody who comes while the host welcomes them is next")
  func comesIntoTheirPart() throws {
    var evening = try scene(.speaker)
    try evening.ask(.host, .nextPart(index: 2))
    #expect(evening.floor.stage.speaker == .host)
    try evening.comeIn(guest)
    #expect(evening.floor.stage.speaker == .host && evening.floor.stage.queue == [guest])
    try evening.ask(.host, .doneSpeaking)
    #expect(evening.floor.stage.speaker == guest)
  }

  @Test("The host puts the questions in their order, each gives the word back to the guest of honour")
  func questions() throws {
    var evening = try scene(.speaker)
    #expect(throws: FloorRefusal.notOnStage) { try evening.ask(.host, .nextQuestion) }
    try evening.ask(.host, .nextPart(index: 2))
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(.host, .nextQuestion) }
    try evening.comeIn(guest)
    try evening.ask(.host, .doneSpeaking)
    try evening.ask(guest, .doneSpeaking)
    try evening.ask(.host, .nextQuestion)
    #expect(try honour(evening).asked == 1 && evening.floor.stage.speaker == guest)
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(1), .nextQuestion) }
    try evening.ask(.host, .nextQuestion)
    #expect(throws: FloorRefusal.noPart) { try evening.ask(.host, .nextQuestion) }
  }

  @Test("As a guest they stand at the tables, and rounds take them to everybody in their minutes")
  func walk() throws {
    var evening = try scene(.guest)
    try evening.comeIn(guest)
    try evening.ask(.host, .nextPart(index: 2))
    #expect(!evening.floor.isOnStage && evening.floor.stage.speaker == nil)
    #expect(evening.floor.rounds == Rounds(count: 2, minutes: 10) && evening.floor.needsSeating)
    try evening.ask(.host, .nextPart(index: 3))
    #expect(evening.floor.rounds == nil)
  }

  @Test(
    "Rounds are as many as it takes, and never shorter than a conversation",
    arguments: [(others: 3, 20, 1, 20), (7, 20, 3, 6), (39, 20, 6, 3), (1, 1, 1, 1), (12, 120, 4, 30)])
  func walks(others: Int, minutes: Int, rounds: Int, each: Int) {
    let walk = HonourWalk(others: others, tableLimit: 4, minutes: minutes)
    #expect(walk.rounds == rounds && walk.minutes == each)
  }

  @Test("When their time is over they are thanked and not sent away; their departure is recorded")
  func thanks() throws {
    var evening = try scene(.guest)
    evening.pass(300)
    try evening.comeIn(guest)
    evening.pass(1199)
    #expect(try !honour(evening).isThanked)
    #expect(evening.pass(1).contains { if case .honour(let progress) = $0 { progress.isThanked } else { false } })
    #expect(evening.floor.isInside(guest))
    try evening.ask(guest, .leave)
    #expect(try honour(evening).slot.leftAt == evening.now)
    evening.pass(600)
    let arrived = try honour(evening).slot.arrivedAt
    try evening.ask(guest, .enter)
    #expect(try honour(evening).slot.leftAt == nil && honour(evening).slot.arrivedAt == arrived)
  }

  @Test("Tables talk while the guest of honour goes round, and hear only their own")
  func talks() throws {
    var evening = try scene(.guest)
    try evening.comeIn(guest)
    try evening.ask(.host, .nextPart(index: 2))
    try evening.gather(guest, g(1), at: t(1))
    evening.pass(120)
    try evening.ask(g(1), .stepAway)
    let talks = Encounters(FloorHistory(evening.log, honour: .guest))
    #expect(talks.seconds(guest, g(1)) == 120)
    #expect(Encounters(FloorHistory(evening.log)).seconds(guest, g(1)) == 0)
    #expect(evening.floor.links(of: guest).isEmpty)
  }
}

extension GuestOfHonour {
  /// In half of the random evenings there is one, in either role.
  static func inEvening(_ who: ParticipantID, begins: Int, seed: UInt64) -> GuestOfHonour? {
    guard seed.isMultiple(of: 2) else { return nil }
    let slot = HonourSlot(
      startsAt: Evening.start.adding(seconds: begins * 60), minutes: 5, role: seed.isMultiple(of: 4) ? .guest : .speaker
    )
    return GuestOfHonour(who: who, slot: slot, questions: ["Why?", "How?"])
  }
}
