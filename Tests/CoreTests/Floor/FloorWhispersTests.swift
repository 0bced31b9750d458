import Testing

@testable import Core

@Suite("Text to one person")
struct FloorWhispersTests {
  @Test("The two see it at whatever tables they are, and nobody else, not even whoever hosts")
  func two() throws {
    var evening = try Evening.running(3)
    let events = try evening.ask(g(1), .whisper(to: g(2), text: " Shall we talk? \n"))
    let whisper = Whisper(from: g(1), to: g(2), text: "Shall we talk?", at: evening.now)
    #expect(events == [.whispered(whisper: whisper)])
    for who in [g(1), g(2)] { #expect(evening.floor.view(of: who)?.whispers == [whisper]) }
    for who in [.host, g(3)] {
      #expect(evening.floor.view(of: who)?.whispers == nil && !evening.floor.isVisible(events[0], to: who))
    }
  }

  @Test("It can be declined for good, from one or from all; the writer is told, and nobody else knows")
  func declined() throws {
    var evening = try Evening.running(3)
    let events = try evening.ask(g(2), .hush(from: g(1), isOn: true))
    #expect(evening.floor.isVisible(events[0], to: g(2)) && !evening.floor.isVisible(events[0], to: g(1)))
    #expect(throws: FloorRefusal.declined) { try evening.ask(g(1), .whisper(to: g(2), text: "Hello")) }
    try evening.ask(g(3), .whisper(to: g(2), text: "Hello"))
    try evening.ask(g(2), .hush(from: nil, isOn: true))
    #expect(throws: FloorRefusal.declined) { try evening.ask(.host, .whisper(to: g(2), text: "Hello")) }
    try evening.ask(g(2), .leave)
    try evening.comeIn(g(2))
    #expect(throws: FloorRefusal.declined) { try evening.ask(g(1), .whisper(to: g(2), text: "Hello")) }
    try evening.ask(g(2), .hush(from: nil, isOn: false))
    try evening.ask(g(2), .hush(from: g(1), isOn: false))
    try evening.ask(g(1), .whisper(to: g(2), text: "Hello"))
  }

  @Test("Nothing can be written to absent people, to oneself, or without end")
  func bounds() throws {
    var evening = try Evening.running(2)
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(g(1), .whisper(to: g(1), text: "Me")) }
    #expect(throws: FloorRefusal.emptyText) { try evening.ask(g(1), .whisper(to: g(2), text: " ")) }
    let long = String(repeating: "x", count: FloorRules.whisperLength + 1)
    #expect(throws: FloorRefusal.textTooLong) { try evening.ask(g(1), .whisper(to: g(2), text: long)) }
    for number in 1...FloorRules.whispers { try evening.ask(g(1), .whisper(to: g(2), text: "\(number)")) }
    #expect(throws: FloorRefusal.tooManyLines) { try evening.ask(g(1), .whisper(to: g(2), text: "more")) }
    try evening.ask(g(2), .leave)
    #expect(throws: FloorRefusal.noSuchPerson) { try evening.ask(.host, .whisper(to: g(2), text: "Hello")) }
  }
}
