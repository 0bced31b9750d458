import Testing

@testable import Core

@Suite("Muting, and a minute away")
struct FloorQuietTests {
  @Test("Whoever hosts closes somebody's microphone; that person opens it again")
  func mute() throws {
    var evening = try Evening.running(2)
    try evening.gather(.host, g(1), g(2), at: t(1))
    #expect(try evening.ask(.host, .mute(who: g(1))) == [.muted(who: g(1), by: .host)])
    #expect(evening.floor.links(of: g(1)).allSatisfy { !$0.sendsAudio && $0.sendsVideo && $0.receivesAudio })
    #expect(try evening.ask(.host, .mute(who: g(1))) == [])
    try evening.ask(g(1), .mode(mode: .camera, muted: false))
    #expect(evening.floor.links(of: g(1)).allSatisfy { $0.sendsAudio })
  }

  @Test("A whole table is muted except whoever asks; people without an open microphone aren't mentioned")
  func table() throws {
    var evening = try Evening.running(4)
    try evening.gather(.host, g(1), g(2), at: t(1))
    try evening.gather(g(3), at: t(2))
    try evening.ask(g(2), .mode(mode: .text, muted: false))
    #expect(try evening.ask(.host, .muteTable(table: t(1))) == [.muted(who: g(1), by: .host)])
    #expect(try evening.ask(.host, .muteTable(table: t(2))) == [.muted(who: g(3), by: .host)])
    #expect(throws: FloorRefusal.noSuchTable) { try evening.ask(.host, .muteTable(table: t(9))) }
  }

  @Test("All hands go down at once")
  func hands() throws {
    var evening = try Evening.running(3)
    for who in [g(1), g(3)] { try evening.ask(who, .hand(up: true)) }
    #expect(try evening.ask(.host, .lowerHands) == [.hand(who: g(1), since: nil), .hand(who: g(3), since: nil)])
    #expect(try evening.ask(.host, .lowerHands) == [])
  }

  @Test("Guests mute nobody and lower no hands", arguments: [FloorRequest.mute(who: g(2)), .lowerHands])
  func guests(request: FloorRequest) throws {
    var evening = try Evening.running(2)
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(1), request) }
  }

  @Test(
    "Who is away for a minute is neither heard nor seen, keeps the seat, and is back by a tap or by going somewhere")
  func pause() throws {
    var evening = try Evening.running(2)
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(g(1), .pause(isOn: true))
    #expect(evening.floor.links(of: g(1)).allSatisfy { !$0.sendsAudio && !$0.sendsVideo && $0.receivesAudio })
    #expect(evening.company(t(1)) == [g(1), g(2)])
    try evening.ask(g(1), .pause(isOn: false))
    #expect(evening.floor.links(of: g(1)).allSatisfy { $0.sendsAudio && $0.sendsVideo })
    try evening.ask(g(1), .pause(isOn: true))
    try evening.ask(g(1), .moveToFreeTable)
    #expect(try evening.person(g(1)).pausedSince == nil)
  }

  @Test("A speaker who goes away for a minute gives up the word; it skips absent people, and comes when they are back")
  func word() throws {
    var evening = try Evening.running(3)
    try evening.ask(.host, .nextPart(index: 2))
    try evening.ask(.host, .nextSpeaker(who: g(1)))
    try evening.ask(.host, .speakers(queue: [g(2), g(3)]))
    try evening.ask(g(2), .pause(isOn: true))
    try evening.ask(g(1), .pause(isOn: true))
    #expect(evening.floor.stage.speaker == g(3) && evening.floor.stage.queue == [g(2)])
    try evening.ask(g(3), .doneSpeaking)
    #expect(evening.floor.stage.speaker == nil)
    try evening.ask(g(2), .pause(isOn: false))
    #expect(evening.floor.stage.speaker == g(2))
  }
}
