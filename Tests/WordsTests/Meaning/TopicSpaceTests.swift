import TestKit
import Testing

@testable import Words

@Suite("Topics compared without a table")
struct TopicSpaceTests {
  private let space = TopicSpace(topics: ["Energie", "Speicher", "Klimaschutz", "Politik"])

  @Test(
    "The same words are the same, in any form and order",
    arguments: [
      ("Energiespeicher", "Speicher für Energien"), ("Häuser bauen", "Haus bauen"), ("DATENSCHUTZ", "Datenschutz"),
      ("Network security", "security of networks"), ("Ökologie", "Oekologie"), ("C++", "c++"),
    ])
  func same(_ one: String, _ other: String) {
    #expect(space.similarity(one, other) > 0.8)
  }

  @Test(
    "What is closer in wording comes first",
    arguments: [
      ("Photographie", "photography", "Geographie"), ("Robotk", "Robotik", "Politik"),
      ("Energiepolitik", "Energie", "Ernährung"), ("Immunologie", "immunology", "Archäologie"),
    ])
  func closer(_ topic: String, _ near: String, _ far: String) {
    #expect(space.similarity(topic, near) > space.similarity(topic, far))
  }

  @Test("Likeness is between 0 and 1, the same both ways, and 1 with itself", arguments: 0..<100)
  func bounds(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let (one, other) = (Self.phrase(&random), Self.phrase(&random))
    let likeness = space.similarity(one, other)
    #expect((0...1).contains(likeness))
    #expect(abs(likeness - space.similarity(other, one)) < 0.000_001)
    #expect(space.meaning(of: one).isEmpty || space.similarity(one, one) == 1)
  }

  @Test("Nothing is like nothing", arguments: ["", "…", "🎉"])
  func nothing(_ text: String) {
    #expect(space.meaning(of: text).isEmpty)
    #expect(space.similarity(text, "Energie") < 0.1)
    #expect(space.similarity(text, text) < 0.1)
  }

  private static func phrase(_ random: inout SeededGenerator) -> String {
    let words = ["Energie", "speicher", "der", "the", "Recht", "law", "C++", "Ärzte", "müde", "東京", "…", "x", "2026"]
    return (0..<Int.random(in: 1...5, using: &random))
      .compactMap { _ in words.randomElement(using: &random) }
      .joined(separator: Bool.random(using: &random) ? " " : "")
  }
}
