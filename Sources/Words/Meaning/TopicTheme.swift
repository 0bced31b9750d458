/// The text that a list of topics is compared with: a headline, a question, a talk's abstract.
package struct TopicTheme: Sendable {
  /// A passage of the theme.
  struct Passage: Sendable {
    let meaning: TopicMeaning
    let weight: Double
  }

  let passages: [Passage]

  /// The relevance of a topic to the theme, from 0 to 1: that of the passage it fits best.
  package func relevance(of topic: TopicMeaning) -> Double {
    passages.reduce(0) { max($0, $1.weight * Evidence(topic, $1.meaning).relatedness) }
  }
}
