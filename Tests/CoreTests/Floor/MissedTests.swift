import Testing

@testable import Core

@Suite("What a latecomer missed")
struct MissedTests {
  @Test("Nothing before the programme begins, or for somebody who was there")
  func nothing() throws {
    var evening = try Evening.running(2)
    #expect(evening.floor.missed(by: g(1), arrivedAt: evening.now) == [])
    try evening.ask(.host, .nextPart(index: nil))
    #expect(evening.floor.missed(by: g(1), arrivedAt: evening.now) == [])
  }

  @Test("The current part, the people inside, and the announcements, in three facts")
  func facts() throws {
    var evening = try Evening.running(2)
    try evening.gather(g(1), at: t(1))
    try evening.ask(g(1), .topic(topic: "Trust"))
    let start = evening.now
    try evening.ask(.host, .nextPart(index: 1))
    try evening.ask(.host, .doneSpeaking)
    evening.pass(60)
    let missed: () -> [Missed] = { [evening] in evening.floor.missed(by: g(2), arrivedAt: evening.now) }
    let first: [Missed] = [
      .part(kind: .introductions, title: "", startedAt: start, speaker: g(1)),
      .company(inside: [.host, g(1)], introduced: [.host, g(1)]),
    ]
    let topics = Missed.topics(topics: [.init(table: t(1), topic: "Trust", company: [g(1)])])
    #expect(missed() == first + [topics])
    try evening.ask(.host, .announce(text: "Drinks are in the kitchen"))
    evening.pass(1)
    let announced = Announcement(text: "Drinks are in the kitchen", by: .host, at: start.adding(seconds: 60))
    #expect(evening.floor.missed(by: g(2), arrivedAt: evening.now) == first + [.announced(announcement: announced)])
  }
}
