import Testing

@testable import Core

@Suite("The stage")
struct FloorStageTests {
  private func on(_ index: Int, guests: Int = 4, leaving: [Int: Int] = [:]) throws -> Evening {
    var evening = try Evening.running(guests, leaving: leaving)
    try evening.ask(.host, .nextPart(index: index))
    return evening
  }

  private func queue(_ evening: Evening) -> [ParticipantID] { evening.floor.stage.queue }
  private func speaker(_ evening: Evening) -> ParticipantID? { evening.floor.stage.speaker }

  @Test("Whoever hosts introduces themselves first, then early leavers, then the others as they came")
  func introductions() throws {
    var evening = try on(1, guests: 5, leaving: [4: 30, 2: 20, 5: 600])
    #expect(speaker(evening) == .host && queue(evening) == [g(2), g(4), g(1), g(3), g(5)])
    #expect(evening.floor.stage.until == evening.now.adding(seconds: 120))
    #expect(throws: FloorRefusal.notOnStage) { try evening.ask(g(1), .doneSpeaking) }
    #expect(try evening.ask(.host, .doneSpeaking) == [.speaker(who: g(2), until: evening.now.adding(seconds: 120))])
    #expect(try evening.person(.host).hasSpoken)
  }

  @Test("Somebody who comes during the introductions is lined up; early leavers before the others")
  func latecomers() throws {
    var evening = Evening(guests: 4, leaving: [4: 30])
    try evening.ask(.host, .doors(state: .open))
    for who in [.host, g(1), g(2)] { try evening.comeIn(who) }
    try evening.ask(.host, .nextPart(index: 1))
    try evening.comeIn(g(3))
    try evening.comeIn(g(4))
    #expect(queue(evening) == [g(4), g(1), g(2), g(3)])
  }

  @Test(
    "Nobody is cut off: when two minutes are over only the display knows; the next one waits for who speaks or hosts")
  func notCutOff() throws {
    var evening = try on(1)
    #expect(evening.pass(300) == [])
    #expect(speaker(evening) == .host)
    try evening.ask(.host, .nextSpeaker(who: g(3)))
    #expect(speaker(evening) == g(3) && queue(evening) == [g(1), g(2), g(4)])
    try evening.ask(.host, .nextSpeaker(who: nil))
    #expect(speaker(evening) == g(1))
  }

  @Test("The part's end waits for a speaker with time left")
  func endWaits() throws {
    var evening = try on(1)
    let end = evening.now.adding(seconds: 600)
    evening.pass(550)
    try evening.ask(.host, .nextSpeaker(who: nil))
    #expect(evening.pass(119) == [])
    #expect(evening.now > end && evening.floor.clock?.index == 1)
    evening.pass(1)
    #expect(evening.floor.clock?.index == 2)
    try evening.ask(.host, .nextPart(index: 1))
    evening.pass(590)
    #expect(evening.floor.clock?.index == 1)
    evening.pass(10)
    #expect(evening.floor.clock?.index == 2)
  }

  @Test("Whoever hosts extends a turn by a minute with one tap")
  func extending() throws {
    var evening = try on(1)
    try evening.ask(.host, .extendSpeaker)
    #expect(evening.floor.stage.until == evening.now.adding(seconds: 180))
    evening.pass(200)
    try evening.ask(.host, .extendSpeaker)
    #expect(evening.floor.stage.until == evening.now.adding(seconds: 60))
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(1), .extendSpeaker) }
  }

  @Test("For the question people ask for the word; early leavers come first")
  func asking() throws {
    var evening = try on(2, leaving: [3: 20])
    #expect(speaker(evening) == .host && queue(evening) == [g(3)])
    try evening.ask(g(2), .askForWord)
    try evening.ask(g(1), .askForWord)
    #expect(try evening.ask(g(1), .askForWord) == [])
    #expect(throws: FloorRefusal.notOnStage) { try evening.ask(.host, .askForWord) }
    #expect(queue(evening) == [g(3), g(2), g(1)])
    try evening.ask(g(2), .passWord)
    #expect(queue(evening) == [g(3), g(1)])
    #expect(throws: FloorRefusal.notOnStage) { try evening.ask(g(4), .passWord) }
    try evening.ask(.host, .speakers(queue: [g(1), g(3)]))
    #expect(queue(evening) == [g(1), g(3)])
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(.host, .speakers(queue: [g(1), g(1)])) }
  }

  @Test("When nobody asks, the quiet are offered the word one after another, and may pass")
  func quiet() throws {
    var evening = try on(2, guests: 3)
    #expect(try evening.ask(.host, .doneSpeaking) == [.speaker(who: nil, until: nil), .wordOffered(who: g(1))])
    #expect(try evening.ask(g(1), .passWord) == [.wordPassed(who: g(1)), .wordOffered(who: g(2))])
    let until = evening.now.adding(seconds: 120)
    #expect(try evening.ask(g(2), .askForWord) == [.speakers(queue: [g(2)]), .speaker(who: g(2), until: until)])
    #expect(evening.floor.stage.offered == [])
    #expect(try evening.ask(g(2), .doneSpeaking).last == .wordOffered(who: g(3)))
    evening.drop(g(3))
    #expect(evening.floor.stage.offered == [])
    #expect(evening.resume(g(3)) == [.back(who: g(3)), .wordOffered(who: g(3))])
    try evening.ask(g(3), .passWord)
    #expect(evening.floor.stage.offered == [])
    #expect(try evening.ask(g(1), .askForWord).last == .speaker(who: g(1), until: until))
  }

  @Test("Whoever hosts offers the word to anybody they like")
  func offering() throws {
    var evening = try on(4)
    #expect(try evening.ask(.host, .offerWord(to: g(2))) == [.wordOffered(who: g(2))])
    #expect(try evening.ask(.host, .offerWord(to: g(2))) == [])
    #expect(throws: FloorRefusal.notOnStage) { try evening.ask(.host, .offerWord(to: .host)) }
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(1), .offerWord(to: g(2))) }
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(.host, .offerWord(to: g(9))) }
  }

  @Test("Somebody who left is out of the queue, somebody who dropped is skipped and keeps their place")
  func lost() throws {
    var evening = try on(1)
    evening.drop(g(1))
    try evening.ask(g(2), .leave)
    #expect(queue(evening) == [g(1), g(3), g(4)])
    try evening.ask(.host, .doneSpeaking)
    #expect(speaker(evening) == g(3) && queue(evening) == [g(1), g(4)])
    evening.resume(g(1))
    try evening.ask(g(3), .doneSpeaking)
    #expect(speaker(evening) == g(1))
  }

  @Test("A speaker whose connection is down for fifteen seconds is next when they are back")
  func lostSpeaker() throws {
    var evening = try on(1, guests: 2)
    try evening.ask(.host, .nextSpeaker(who: g(1)))
    evening.drop(g(1))
    #expect(evening.pass(14) == [])
    evening.pass(1)
    #expect(speaker(evening) == g(2) && queue(evening) == [g(1)])
    evening.resume(g(1))
    try evening.ask(g(2), .doneSpeaking)
    #expect(speaker(evening) == g(1))
    try evening.ask(g(1), .leave)
    #expect(speaker(evening) == nil)
  }

  @Test("The guest of honour has the time of the part")
  func guestOfHonour() throws {
    var evening = try Evening.running(2)
    try evening.ask(
      .host, .programme(parts: [.init(kind: .guestOfHonour, minutes: 20), .init(kind: .close, minutes: 5)]))
    try evening.ask(.host, .nextPart(index: nil))
    try evening.ask(.host, .nextSpeaker(who: g(2)))
    #expect(evening.floor.stage.until == evening.now.adding(seconds: 1200))
  }

  @Test("While tables talk there is no stage")
  func noStage() throws {
    var evening = try on(3)
    for (who, request) in [
      (g(1), FloorRequest.askForWord), (g(1), .passWord), (g(1), .doneSpeaking), (.host, .nextSpeaker(who: nil)),
      (.host, .speakers(queue: [])), (.host, .extendSpeaker), (.host, .offerWord(to: g(1))),
    ] {
      #expect(throws: FloorRefusal.notOnStage) { try evening.ask(who, request) }
    }
  }

  @Test("The glass sounds for whoever hosts, and is put down when they are gone")
  func glass() throws {
    var evening = try on(3)
    try evening.ask(.host, .handOver(to: g(1)))
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(2), .glass(isUp: true)) }
    #expect(try evening.ask(g(1), .glass(isUp: true)) == [.glass(who: g(1))])
    #expect(evening.drop(g(1)) == [.away(who: g(1))])
    #expect(evening.pass(14) == [] && evening.pass(1) == [.glass(who: nil)])
    evening.resume(g(1))
    try evening.ask(g(1), .glass(isUp: true))
    #expect(try evening.ask(.host, .handOver(to: g(2))) == [.hosting(who: g(2), from: g(1)), .glass(who: nil)])
  }
}
