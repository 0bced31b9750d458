import Testing

@testable import Core

@Suite("Hearing each other")
struct FloorLinksTests {
  private func scene() throws -> Evening {
    var evening = Evening(guests: 6)
    try evening.ask(.host, .doors(state: .open))
    let modes: [(ParticipantID, Participant.Mode)] = [
      (.host, .camera), (g(1), .camera), (g(2), .voice), (g(3), .listening), (g(4), .text), (g(5), .listening),
      (g(6), .voice),
    ]
    for (who, mode) in modes { try evening.comeIn(who, mode: mode) }
    return evening
  }

  private func peers(_ evening: Evening, _ who: ParticipantID) -> [ParticipantID] {
    evening.floor.links(of: who).map(\.peer)
  }

  private func link(_ evening: Evening, _ who: ParticipantID, _ peer: ParticipantID) throws -> FloorLink {
    try #require(evening.floor.links(of: who).first { $0.peer == peer })
  }

  @Test("A voice that is closed for a moment is still meant for those at the table")
  func hearers() throws {
    var evening = try scene()
    try evening.gather(g(1), g(2), g(3), g(4), at: t(1))
    try evening.ask(g(2), .mode(mode: .voice, muted: true))
    #expect(evening.floor.hearers[g(1)] == [g(2)])
    #expect(evening.floor.hearers[g(3)] == [g(1), g(2)])
    #expect(evening.floor.hearers[g(4)] == [] && evening.floor.hearers[g(6)] == [])
    try evening.ask(g(1), .leave)
    #expect(evening.floor.hearers[g(1)] == nil && evening.floor.hearers[g(3)] == [g(2)])
  }

  @Test("At a table all hear all, with what they take part")
  func table() throws {
    var evening = try scene()
    try evening.gather(g(1), g(2), g(3), g(4), at: t(1))
    #expect(peers(evening, g(1)) == [g(2), g(3)])
    #expect(
      try link(evening, g(1), g(2))
        == FloorLink(
          peer: g(2), sendsAudio: true, sendsVideo: true, receivesAudio: true, receivesVideo: false, isPolite: false))
    #expect(
      try link(evening, g(3), g(1))
        == FloorLink(
          peer: g(1), sendsAudio: false, sendsVideo: false, receivesAudio: true, receivesVideo: true, isPolite: true))
    #expect(peers(evening, g(4)) == [] && peers(evening, g(6)) == [])
  }

  @Test("A muted person keeps the link and sends no sound")
  func muted() throws {
    var evening = try scene()
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(g(1), .mode(mode: .camera, muted: true))
    let link = try link(evening, g(1), g(2))
    #expect(!link.sendsAudio && link.sendsVideo && link.receivesAudio)
  }

  @Test("Nobody overhears a table they have left")
  func leaving() throws {
    var evening = try scene()
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(g(1), .stepAway)
    #expect(peers(evening, g(1)) == [] && peers(evening, g(2)) == [])
  }

  @Test("A dropped socket cuts no voice that goes on without it; a seat that is given up does")
  func lost() throws {
    var evening = try scene()
    try evening.gather(g(1), g(2), at: t(1))
    let before = try link(evening, g(2), g(1))
    evening.drop(g(1))
    #expect(try link(evening, g(2), g(1)) == before && peers(evening, g(1)) == [g(2)])
    evening.resume(g(1))
    #expect(try link(evening, g(2), g(1)) == before)
    evening.drop(g(1))
    evening.pass(FloorRules.seatIsKept)
    #expect(peers(evening, g(1)) == [] && peers(evening, g(2)) == [])
  }

  @Test("Somebody who changes tables is not overheard by a person whose socket dropped")
  func goingFromTheLost() throws {
    var evening = try scene()
    try evening.gather(g(1), g(2), at: t(1))
    evening.drop(g(1))
    try evening.ask(g(2), .moveToFreeTable)
    #expect(peers(evening, g(2)) == [] && peers(evening, g(1)) == [])
  }

  @Test("On the stage all hear the speaker, and the speaker and whoever hosts hear each other")
  func stage() throws {
    var evening = try scene()
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(.host, .nextPart(index: 1))
    try evening.ask(.host, .nextSpeaker(who: g(2)))
    #expect(peers(evening, g(2)) == [g(1), g(3), g(5), g(6), .host])
    #expect(try link(evening, g(1), g(2)).receivesAudio && !link(evening, g(1), g(2)).sendsAudio)
    #expect(try link(evening, .host, g(2)).sendsAudio && link(evening, .host, g(2)).receivesAudio)
    #expect(peers(evening, g(6)) == [g(2)] && evening.company(t(1)) == [g(1), g(2)])
  }

  @Test(
    "Who hosts is heard by all while the speaker is lost, who may be speaking still; and between two speeches alone")
  func betweenSpeeches() throws {
    var evening = try scene()
    try evening.ask(.host, .nextPart(index: 1))
    try evening.ask(.host, .nextSpeaker(who: g(2)))
    evening.drop(g(2))
    #expect(peers(evening, g(1)) == [g(2), .host])
    try evening.ask(.host, .speakers(queue: []))
    evening.pass(FloorRules.wordIsKept)
    #expect(evening.floor.stage.speaker == nil && peers(evening, g(1)) == [.host])
  }

  @Test("A host whose socket dropped is still heard with the glass, until it is put down")
  func lostGlass() throws {
    var evening = try scene()
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(.host, .glass(isUp: true))
    evening.drop(.host)
    #expect(peers(evening, g(1)) == [.host])
    evening.pass(FloorRules.wordIsKept)
    #expect(peers(evening, g(1)) == [g(2)])
  }

  @Test("When the glass is tapped, only the person who tapped it is heard")
  func glass() throws {
    var evening = try scene()
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(.host, .glass(isUp: true))
    #expect(peers(evening, g(1)) == [.host] && peers(evening, .host) == [g(1), g(2), g(3), g(5), g(6)])
    #expect(try !link(evening, .host, g(1)).receivesAudio)
    try evening.ask(.host, .glass(isUp: false))
    #expect(peers(evening, g(1)) == [g(2)])
  }
}
