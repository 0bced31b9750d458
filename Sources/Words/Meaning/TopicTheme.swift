/// What a list of topics is compared with: a headline, a question, a talk's abstract.
package struct TopicTheme: Sendable {
  /// A passage of the theme.
  struct Passage: Sendable {
    let meaning: TopicMeaning
    let weight: Double
  }

  let passages: [Passage]

  /// How much a topic has to do with the theme, from 0 to 1: as much as with the passage that it fits best.
  package func relevance(of topic: TopicMeaning) -> Double {
    passages.reduce(0) { max($0, $1.weight * Evidence(topic, $1.meaning).relatedness) }
  }
}
