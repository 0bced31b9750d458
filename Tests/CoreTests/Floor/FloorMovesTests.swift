import Testing

@testable import Core

@Suite("Tables and moves")
struct FloorMovesTests {
  @Test("Tables are set up when the first person comes: one for each topic, and a free one")
  func tables() throws {
    var evening = Evening(guests: 1, topics: ["Trust", " ", "Trains"])
    try evening.arrive(g(1))
    #expect(evening.floor.tables.keys.sorted() == [t(1), t(2), t(3)])
    #expect([t(1), t(2), t(3)].map { evening.floor.tables[$0]?.topic } == ["Trust", "Trains", ""])
  }

  @Test("A person is at one table, on the lowest free seat")
  func seats() throws {
    var evening = try Evening.running(4)
    try evening.gather(g(1), g(2), g(3), at: t(1))
    let free = try #require(evening.floor.freeTable?.id)
    try evening.ask(g(2), .move(table: free))
    #expect(evening.company(t(1)) == [g(1), g(3)] && evening.company(free) == [g(2)])
    #expect(try evening.person(g(2)).previousTable == t(1))
    #expect(try evening.person(g(3)).seat == 2)
    try evening.ask(g(4), .move(table: t(1)))
    #expect(try evening.person(g(4)).seat == 1)
  }

  @Test("A full table, an unknown one and one's own are refused")
  func refusals() throws {
    var evening = try Evening.running(3, limit: 2)
    try evening.gather(g(1), g(2), at: t(1))
    #expect(throws: FloorRefusal.tableFull) { try evening.ask(g(3), .move(table: t(1))) }
    #expect(throws: FloorRefusal.noSuchTable) { try evening.ask(g(3), .move(table: t(99))) }
    #expect(throws: FloorRefusal.alreadyThere) { try evening.ask(g(1), .move(table: t(1))) }
    #expect(throws: FloorRefusal.notAtTable) { try evening.ask(g(3), .stepAway) }
    evening.drop(g(2))
    #expect(throws: FloorRefusal.tableFull) { try evening.ask(g(3), .move(table: t(1))) }
  }

  @Test("A free table appears when the last one is taken, and goes when it is one too many")
  func freeTables() throws {
    var evening = try Evening.running(3)
    for guest in [g(1), g(2), g(3)] { try evening.ask(guest, .moveToFreeTable) }
    #expect(evening.floor.tables.keys.sorted() == [t(1), t(2), t(3), t(4)])
    let events = try evening.ask(g(2), .move(table: t(1)))
    #expect(events == [.moved(who: g(2), table: t(1), seat: 1), .tableClosed(table: t(4))])
    #expect(throws: FloorRefusal.alreadyThere) { try evening.ask(g(3), .moveToFreeTable) }
    #expect(try evening.ask(g(3), .stepAway) == [.moved(who: g(3), table: nil, seat: nil), .tableClosed(table: t(3))])
    try evening.ask(g(3), .moveToFreeTable)
    #expect(evening.floor.tables.keys.sorted() == [t(1), t(2), t(5)])
  }

  @Test("Tables with a topic from the setup or a written coaster stay when empty")
  func keptTables() throws {
    var evening = try Evening.running(1, topics: ["Trust"])
    try evening.ask(g(1), .move(table: t(1)))
    try evening.ask(g(1), .topic(topic: ""))
    try evening.ask(g(1), .move(table: t(2)))
    try evening.ask(g(1), .coaster(line: nil, revision: nil, text: "Ask Kim"))
    try evening.ask(g(1), .stepAway)
    #expect(evening.floor.tables.keys.sorted() == [t(1), t(2), t(3)])
    #expect(evening.floor.freeTable?.id == t(1))
  }

  @Test("There are never more than thirty tables")
  func thirty() throws {
    var evening = try Evening.running(35)
    for number in 1...30 { try evening.ask(g(number), .moveToFreeTable) }
    #expect(evening.floor.tables.count == 30)
    #expect(throws: FloorRefusal.noRoom) { try evening.ask(g(31), .moveToFreeTable) }
    try evening.ask(g(31), .moveSomewhere)
    try evening.ask(g(1), .stepAway)
    #expect(evening.floor.tables.count == 30)
  }

  @Test("Somewhere with room is where one knows fewest people, preferably few, never full or private")
  func somewhere() throws {
    var evening = try Evening.running(12, limit: 5)
    try evening.gather(g(1), g(2), g(3), g(4), at: t(1))
    try evening.gather(g(5), g(6), g(7), at: t(2))
    try evening.gather(g(8), g(9), at: t(3))
    try evening.ask(g(9), .privacy(isPrivate: true))
    try evening.ask(g(12), .moveSomewhere)
    #expect(try evening.person(g(12)).table == t(2))
    try evening.ask(g(12), .moveSomewhere)
    #expect(try evening.person(g(12)).table == t(1))
    #expect(throws: FloorRefusal.noRoom) {
      try evening.gather(g(10), at: t(2))
      try evening.gather(g(11), at: t(2))
      try evening.ask(g(12), .moveSomewhere)
    }
  }

  @Test("People met at an earlier party are known too")
  func acquainted() throws {
    let people = [.host, g(1), g(2), g(3)].map {
      Participant(id: $0, profile: .init(name: $0.rawValue, line: "", drink: ""))
    }
    var evening = Evening(
      FloorSetup(
        programme: .preset(minutes: 60), people: people, acquainted: [FloorSetup.Pair(g(3), g(1))]))
    try evening.ask(.host, .doors(state: .open))
    for person in people { try evening.comeIn(person.id) }
    try evening.gather(g(1), at: t(1))
    try evening.gather(g(2), at: t(2))
    try evening.ask(g(3), .moveSomewhere)
    #expect(evening.company(t(2)) == [g(2), g(3)])
  }

  @Test("If no table has room, somewhere is a free table")
  func somewhereFree() throws {
    var evening = try Evening.running(3, limit: 2)
    try evening.gather(g(1), g(2), at: t(1))
    try evening.ask(g(3), .moveSomewhere)
    #expect(evening.company(t(2)) == [g(3)])
    #expect(throws: FloorRefusal.noRoom) { try evening.ask(g(3), .moveSomewhere) }
  }

  @Test("A hand goes down when one leaves")
  func hands() throws {
    var evening = try Evening.running(1)
    try evening.ask(g(1), .moveToFreeTable)
    try evening.ask(g(1), .hand(up: true))
    #expect(try evening.ask(g(1), .hand(up: true)) == [])
    #expect(try evening.person(g(1)).handUpSince == evening.now)
    #expect(try evening.ask(g(1), .stepAway).first == .hand(who: g(1), since: nil))
  }

  @Test("The host sees who has been alone for a minute while tables talk")
  func lonely() throws {
    var evening = try Evening.running(4)
    try evening.gather(g(1), g(2), at: t(1))
    try evening.gather(g(3), at: t(2))
    #expect(evening.floor.lonely(at: evening.now) == [])
    evening.pass(60)
    #expect(evening.floor.lonely(at: evening.now) == [g(3), g(4)])
    try evening.gather(g(4), at: t(2))
    #expect(evening.floor.lonely(at: evening.now) == [])
    evening.drop(g(1))
    evening.pass(60)
    #expect(evening.floor.lonely(at: evening.now) == [g(2)])
    try evening.ask(.host, .nextPart(index: 1))
    #expect(evening.floor.lonely(at: evening.now) == [])
  }
}
