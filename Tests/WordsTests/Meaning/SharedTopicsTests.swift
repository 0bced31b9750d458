import TestKit
import Testing

@testable import Words

@Suite("Topics shared by a list")
struct SharedTopicsTests {
  private func tags(_ topics: [String], thesaurus: String = "") -> [String?] {
    let shared = SharedTopics(topics, in: TopicSpace(thesaurus: Thesaurus(thesaurus), topics: topics))
    return shared.places.map { $0.map { shared.tags[$0].name } }
  }

  @Test("Forms, typos and equivalent terms share the commonest spelling")
  func shared() {
    let topics = ["Datenschutz", "datenschutz", "Datenshutz", "Datenschutz", "Imkerei", "Bienenzucht", "Robotik"]
    #expect(
      tags(topics, thesaurus: "Imkerei = Bienenzucht") == [
        "Datenschutz", "Datenschutz", "Datenschutz", "Datenschutz", "Imkerei", "Imkerei", "Robotik",
      ])
  }

  @Test("A topic without a word has no tag")
  func none() {
    #expect(tags(["", "Robotik", "…"]) == [nil, "Robotik", nil])
    #expect(tags([]) == [])
  }

  @Test("Every topic has a tag, like ones the same, and counts add up", arguments: 0..<20)
  func properties(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let topics = (0..<200).map { _ in Self.topic(&random) }
    let space = TopicSpace(topics: topics)
    let shared = SharedTopics(topics, in: space)
    #expect(shared.places.count == topics.count)
    #expect(shared.tags.map(\.count).reduce(0, +) == shared.places.count { $0 != nil })
    for (topic, place) in zip(topics, shared.places) {
      let name = place.map { shared.tags[$0].name }
      #expect(name.map { space.similarity(topic, $0) >= TopicLeaders.sameness } == true, "\(topic) \(name ?? "-")")
    }
    let again = SharedTopics(topics, in: space)
    #expect(again.places == shared.places && again.tags.map(\.name) == shared.tags.map(\.name))
  }

  @Test("A theme brings its own subjects to the front, even from within a question")
  func relevance() {
    let topics = ["Robotik", "Pflege alter Menschen", "Bildungspolitik", "Imkerei"]
    let space = TopicSpace(topics: topics)
    let shared = SharedTopics(topics, in: space)
    let theme = space.theme([
      ("Wer hilft uns morgen?", 1), ("Was können Roboter in der Pflege, was wir nicht wollen?", 0.5),
    ])
    let relevance = shared.relevance(to: theme)
    #expect(relevance.allSatisfy { (0...1).contains($0) })
    #expect(relevance[1] > relevance[3])
    #expect(relevance[0] > relevance[2])
  }

  private static func topic(_ random: inout SeededGenerator) -> String {
    let words = ["Energie", "Recht", "Schule", "Medizin", "Kunst", "Handel", "Musik", "Wasser", "Verkehr", "Ethik"]
    return (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in words.randomElement(using: &random) }
      .joined(separator: [" ", "s", " und "].randomElement(using: &random) ?? " ")
  }
}
