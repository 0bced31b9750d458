import Testing

@testable import Core

@Suite("A word in private before the guest of honour's part")
struct FloorBackstageTests {
  /// Host and three guests at a table; the last one is the guest of honour.
  private func scene() throws -> Evening {
    let slot = HonourSlot(startsAt: Evening.start.adding(seconds: 1800), minutes: 20, role: .speaker)
    var parts = Evening.parts
    parts.insert(.init(kind: .guestOfHonour, minutes: 20), at: 3)
    var evening = Evening(guests: 3, parts: parts, honour: GuestOfHonour(who: g(3), slot: slot, questions: []))
    try evening.ask(.host, .doors(state: .open))
    for who in [.host, g(1), g(2), g(3)] { try evening.comeIn(who) }
    for who in [.host, g(1), g(3)] { try evening.ask(who, .move(table: t(1))) }
    return evening
  }

  private func peers(_ evening: Evening, _ who: ParticipantID) -> [ParticipantID] {
    evening.floor.links(of: who).map(\.peer)
  }

  @Test("The two hear each other, and nobody else hears them, at tables or on the stage")
  func apart() throws {
    var evening = try scene()
    try evening.ask(.host, .backstage(isOpen: true))
    #expect(peers(evening, .host) == [g(3)] && peers(evening, g(3)) == [.host] && peers(evening, g(1)) == [])
    try evening.ask(.host, .nextPart(index: 2))
    #expect(evening.floor.backstage == nil, "who hosts opens a part, so they are called back")
    try evening.ask(.host, .doneSpeaking)
    try evening.ask(.host, .nextSpeaker(who: g(1)))
    try evening.ask(.host, .backstage(isOpen: true))
    #expect(peers(evening, .host) == [g(3)] && peers(evening, g(1)) == [g(2)])
  }

  @Test("Either goes back when they like, and going to a table counts")
  func back() throws {
    var evening = try scene()
    try evening.ask(.host, .backstage(isOpen: true))
    #expect(throws: FloorRefusal.noSuchOffer) { try evening.ask(g(1), .backstage(isOpen: false)) }
    #expect(try evening.ask(g(3), .backstage(isOpen: false)).first == .backstage(who: []))
    try evening.ask(.host, .backstage(isOpen: true))
    try evening.ask(g(3), .move(table: t(1)))
    #expect(evening.floor.backstage == nil)
  }

  @Test("Only whoever hosts can ask, not with the word, and not during the guest of honour's part")
  func bounds() throws {
    var evening = try scene()
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(1), .backstage(isOpen: true)) }
    try evening.ask(.host, .nextPart(index: 1))
    #expect(throws: FloorRefusal.hasWord) { try evening.ask(.host, .backstage(isOpen: true)) }
    try evening.ask(.host, .nextPart(index: 3))
    #expect(throws: FloorRefusal.noPart) { try evening.ask(.host, .backstage(isOpen: true)) }
    var without = try Evening.running(2)
    #expect(throws: FloorRefusal.noSuchPerson) { try without.ask(.host, .backstage(isOpen: true)) }
  }

  @Test("Their part calls both to the stage")
  func part() throws {
    var evening = try scene()
    try evening.ask(.host, .nextPart(index: 0))
    try evening.ask(.host, .backstage(isOpen: true))
    try evening.ask(.host, .nextPart(index: 3))
    #expect(evening.floor.backstage == nil && evening.floor.stage.speaker == g(3))
  }
}
