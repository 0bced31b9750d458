import Testing

@testable import Core

@Suite("At a table")
struct FloorTalkTests {
  private func table() throws -> Evening {
    var evening = try Evening.running(4)
    try evening.gather(g(1), g(2), g(3), at: t(1))
    return evening
  }

  @Test("Texts are heard by those at the table then, even by one about to come back")
  func saying() throws {
    var evening = try table()
    evening.drop(g(3))
    let events = try evening.ask(g(1), .say(text: " Good evening!\nHow are you? \n"))
    let saying = Saying(
      who: g(1), table: t(1), text: "Good evening!\nHow are you?", at: evening.now, heardBy: [g(1), g(2), g(3)])
    #expect(events == [.said(saying: saying)])
    try evening.ask(g(4), .move(table: t(1)))
    #expect(evening.floor.view(of: g(4))?.talk == [])
    #expect(evening.floor.view(of: g(3))?.talk == [saying])
    try evening.ask(g(2), .stepAway)
    #expect(evening.floor.view(of: g(2))?.talk == [])
    try evening.ask(g(2), .move(table: t(1)))
    #expect(evening.floor.view(of: g(2))?.talk == [saying])
  }

  @Test("Nothing, too much, or a text to nobody is refused")
  func refusals() throws {
    var evening = try table()
    #expect(throws: FloorRefusal.emptyText) { try evening.ask(g(1), .say(text: " \n\t")) }
    #expect(throws: FloorRefusal.textTooLong) { try evening.ask(g(1), .say(text: String(repeating: "a", count: 2001))) }
    #expect(throws: FloorRefusal.notAtTable) { try evening.ask(g(4), .say(text: "Hello?")) }
    #expect(throws: FloorRefusal.textTooLong) {
      try evening.ask(g(1), .topic(topic: String(repeating: "a", count: 121)))
    }
    #expect(throws: FloorRefusal.notAtTable) { try evening.ask(g(4), .topic(topic: "Tea")) }
  }

  @Test("The floor keeps the last two hundred sayings of a table")
  func bounded() throws {
    var evening = try table()
    for number in 1...205 { try evening.ask(g(1), .say(text: "\(number)")) }
    let talk = try #require(evening.floor.view(of: g(2))?.talk)
    #expect(talk.count == 200 && talk.first?.text == "6" && talk.last?.text == "205")
  }

  @Test("Two people who change the same line at once leave two lines")
  func outdated() throws {
    var evening = try table()
    try evening.ask(g(1), .coaster(line: nil, revision: nil, text: "Ask Kim"))
    try evening.ask(g(2), .coaster(line: 1, revision: 1, text: "Ask Kim about the study"))
    try evening.ask(g(3), .coaster(line: 1, revision: 1, text: "Ask Lee"))
    let lines = evening.floor.coasters[t(1)] ?? []
    #expect(lines.map(\.text) == ["Ask Kim about the study", "Ask Lee"])
    #expect(lines.map(\.author) == [g(2), g(3)] && lines.map(\.revision) == [2, 1] && lines.map(\.id) == [1, 2])
  }

  @Test("A line can be crossed out by somebody who has read it, never on an outdated revision")
  func crossingOut() throws {
    var evening = try table()
    try evening.ask(g(1), .coaster(line: nil, revision: nil, text: "Ask Kim"))
    try evening.ask(g(2), .coaster(line: 1, revision: 1, text: "Ask Lee"))
    #expect(try evening.ask(g(1), .coaster(line: 1, revision: 1, text: "")) == [])
    try evening.ask(g(1), .coaster(line: 1, revision: 2, text: " "))
    #expect(evening.floor.coasters[t(1)]?.map(\.text) == [""])
    #expect(throws: FloorRefusal.emptyText) { try evening.ask(g(1), .coaster(line: nil, revision: nil, text: " ")) }
  }

  @Test("Only people at a table write on its coaster")
  func strangers() throws {
    var evening = try table()
    try evening.ask(g(1), .coaster(line: nil, revision: nil, text: "Ask Kim"))
    #expect(throws: FloorRefusal.notAtTable) { try evening.ask(g(4), .coaster(line: 1, revision: 1, text: "No")) }
    try evening.ask(g(4), .moveToFreeTable)
    #expect(throws: FloorRefusal.noSuchLine) { try evening.ask(g(4), .coaster(line: 1, revision: 1, text: "No")) }
  }

  @Test("A coaster has room for sixty lines, and crossing out makes room")
  func full() throws {
    var evening = try table()
    for number in 1...60 { try evening.ask(g(1), .coaster(line: nil, revision: nil, text: "\(number)")) }
    #expect(throws: FloorRefusal.tooManyLines) { try evening.ask(g(1), .coaster(line: nil, revision: nil, text: "61")) }
    try evening.ask(g(2), .coaster(line: 7, revision: 1, text: ""))
    try evening.ask(g(1), .coaster(line: nil, revision: nil, text: "61"))
    #expect(throws: FloorRefusal.tooManyLines) { try evening.ask(g(2), .coaster(line: 7, revision: 2, text: "7")) }
  }

  @Test("Ids of lines are never reused, even after a restart")
  func lineIDs() throws {
    var evening = try table()
    try evening.ask(g(1), .coaster(line: nil, revision: nil, text: "One"))
    evening.restart()
    evening.resume(g(1))
    try evening.ask(g(1), .move(table: t(2)))
    try evening.ask(g(1), .coaster(line: nil, revision: nil, text: "Two"))
    #expect(evening.floor.coasters.values.joined().map(\.id).sorted() == [1, 2])
  }

  @Test("A promise is made to people at the table, and known to both sides only")
  func promises() throws {
    var evening = try table()
    try evening.ask(g(1), .promise(to: [g(2)], text: "the paper"))
    try evening.ask(g(1), .promise(to: [], text: "the photo"))
    #expect(evening.floor.promises.map(\.to) == [[g(2)], [g(2), g(3)]] && evening.floor.promises.map(\.id) == [1, 2])
    #expect(throws: FloorRefusal.notAtSameTable) { try evening.ask(g(1), .promise(to: [g(2), g(4)], text: "tea")) }
    #expect(throws: FloorRefusal.notAtSameTable) { try evening.ask(g(1), .promise(to: [g(1)], text: "tea")) }
    #expect(throws: FloorRefusal.notAtTable) { try evening.ask(g(4), .promise(to: [], text: "tea")) }
    #expect([g(1), g(2), g(3), g(4)].map { evening.floor.view(of: $0)?.promises.count } == [2, 2, 1, 0])
  }

  @Test("The author of words is shown, whatever marks came with them")
  func marks() throws {
    var evening = try table()
    let events = try evening.ask(g(1), .say(text: "a\u{202E}b\u{0000}c 👩‍🚀"))
    let saying = Saying(who: g(1), table: t(1), text: "abc 👩‍🚀", at: evening.now, heardBy: [g(1), g(2), g(3)])
    #expect(events == [.said(saying: saying)])
  }
}
