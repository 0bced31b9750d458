import Testing

@testable import Core

@Suite("Private tables")
struct FloorKnocksTests {
  private func privateTable() throws -> Evening {
    var evening = try Evening.running(5, limit: 3)
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(g(1), .privacy(isPrivate: true))
    return evening
  }

  @Test("At a private table one knocks, and anyone there answers")
  func knocking() throws {
    var evening = try privateTable()
    #expect(try evening.ask(g(3), .move(table: t(1))) == [.knocked(who: g(3), table: t(1))])
    #expect(try evening.ask(g(3), .move(table: t(1))) == [])
    #expect(throws: FloorRefusal.notAtTable) { try evening.ask(g(4), .answerKnock(who: g(3), isWelcome: true)) }
    #expect(throws: FloorRefusal.noSuchOffer) { try evening.ask(g(2), .answerKnock(who: g(4), isWelcome: true)) }
    let events = try evening.ask(g(2), .answerKnock(who: g(3), isWelcome: true))
    #expect(
      events == [.knockEnded(who: g(3), table: t(1), isWelcome: true), .moved(who: g(3), table: t(1), seat: 2)])
    #expect(throws: FloorRefusal.tableFull) { try evening.ask(g(4), .move(table: t(1))) }
  }

  @Test("A knock is refused, withdrawn, or ended by going elsewhere")
  func ending() throws {
    var evening = try privateTable()
    let ended = FloorEvent.knockEnded(who: g(3), table: t(1), isWelcome: false)
    try evening.ask(g(3), .move(table: t(1)))
    #expect(try evening.ask(g(1), .answerKnock(who: g(3), isWelcome: false)) == [ended])
    try evening.ask(g(3), .move(table: t(1)))
    #expect(try evening.ask(g(3), .withdrawKnock) == [ended])
    #expect(throws: FloorRefusal.noSuchOffer) { try evening.ask(g(3), .withdrawKnock) }
    try evening.ask(g(3), .move(table: t(1)))
    #expect(try evening.ask(g(3), .moveToFreeTable).first == ended)
    try evening.ask(g(3), .move(table: t(1)))
    #expect(try evening.ask(g(3), .leave) == [.left(who: g(3)), ended, .tableClosed(table: t(3))])
  }

  @Test("Only the table and the person knocking are told")
  func discreet() throws {
    var evening = try privateTable()
    let knock = try #require(try evening.ask(g(3), .move(table: t(1))).first)
    for (who, isTold) in [(g(1), true), (g(2), true), (g(3), true), (g(4), false), (.host, false)] {
      #expect(evening.floor.isVisible(knock, to: who) == isTold)
      #expect(evening.floor.view(of: who)?.tables.first?.knocking == (isTold ? [g(3)] : []))
    }
  }

  @Test("People knocking come in when the table opens, as far as there is room")
  func opening() throws {
    var evening = try privateTable()
    for guest in [g(3), g(4)] { try evening.ask(guest, .move(table: t(1))) }
    try evening.ask(g(1), .privacy(isPrivate: false))
    #expect(evening.company(t(1)) == [g(1), g(2), g(3)])
    #expect(evening.floor.tables[t(1)]?.knocking == [])
    #expect(try evening.person(g(4)).table == nil)
  }

  @Test("An empty table is open again")
  func emptied() throws {
    var evening = try privateTable()
    try evening.ask(g(3), .move(table: t(1)))
    try evening.ask(g(1), .stepAway)
    let events = try evening.ask(g(2), .stepAway)
    #expect(events.contains(.privacy(table: t(1), isPrivate: false, by: g(2))))
    #expect(evening.company(t(1)) == [g(3)])
  }

  @Test("Hosting gets nobody through a private table's door")
  func hostKnocks() throws {
    var evening = try privateTable()
    try evening.ask(.host, .move(table: t(1)))
    #expect(try evening.person(.host).table == nil)
    #expect(throws: FloorRefusal.notAtTable) { try evening.ask(.host, .privacy(isPrivate: false)) }
  }
}
