import Testing

@testable import Core

@Suite struct TableTopicsTests {
  @Test("A wish becomes a topic: its first sentence, without a full stop")
  func sentence() {
    let wishes = ["Wie man aufhört. Und wann.", "", "Schweigen;", "wie man aufhört", "Erste Zeile\nzweite"]
    #expect(
      TableTopics.topics(from: wishes, people: 20, 4) == ["Wie man aufhört", "Schweigen", "Erste Zeile"])
  }

  @Test("There are no more topics than tables needed, plus one")
  func count() {
    let wishes = (1...30).map { "Wunsch \($0)" }
    #expect(TableTopics.topics(from: wishes, people: 8, 4).count == 3)
    #expect(TableTopics.topics(from: wishes, people: 0, 4).count == 1)
    #expect(TableTopics.topics(from: [], people: 8, 4).isEmpty)
  }

  @Test(
    "A long wish is cut at a word and never exceeds what is read at a glance",
    arguments: [
      String(repeating: "Wort ", count: 60), String(repeating: "x", count: 500), String(repeating: "🍸", count: 99),
    ])
  func long(_ wish: String) throws {
    let topic = try #require(TableTopics.topics(from: [wish], people: 4, 4).first)
    #expect(topic.unicodeScalars.count <= 60 && topic.hasSuffix("…"))
  }
}
