/// The topics of a list with what is said within them: each topic gets a tag for each of its passages.
package struct SharedPassages: Sendable {
  private let shared: SharedTopics
  private let passages: [String: Int]
  /// For each of the given topics, in their order, its tags' places in `tags`, none twice.
  package private(set) var places: [[Int]] = []

  package var tags: [SharedTopics.Tag] { shared.tags }

  /// - Parameters:
  ///   - topics: repeats included.
  ///   - thesaurus: the one of the space.
  package init(_ topics: [String], in space: TopicSpace, thesaurus: Thesaurus = Thesaurus()) {
    let spellings = Spellings(topics)
    let words = spellings.texts.map { Terms.of($0) }
    let reader = Passages(words, thesaurus: thesaurus)
    let read = zip(spellings.texts, words).map { reader.of($0, words: $1) }
    let texts = spellings.places.flatMap { ([read[$0].whole] + read[$0].parts).compactMap(\.self) }
    shared = SharedTopics(texts, in: space)
    var passages: [String: Int] = [:]
    for (text, place) in zip(texts, shared.places) { passages[text] = place }
    self.passages = passages
    let tagged = Self.tagged(read.map { Reading($0, passages) })
    places = spellings.places.map { tagged[$0] }
  }

  /// The tags of a topic: as a whole, and of its parts.
  private struct Reading {
    let whole: Int?
    let parts: [Int]

    /// A topic that is taken for one of its words says no more than that as a whole.
    init(_ topic: (whole: String?, parts: [String]), _ places: [String: Int]) {
      let parts = topic.parts.compactMap { places[$0] }
      self.parts = parts
      whole = topic.whole.flatMap { places[$0] }.flatMap { parts.contains($0) ? nil : $0 }
    }
  }

  /// Without parts that occur within one and the same subject only: they say nothing beside it.
  private static func tagged(_ topics: [Reading]) -> [[Int]] {
    var wholes: [Int: Set<Int?>] = [:]
    for topic in topics {
      for part in topic.parts { wholes[part, default: []].insert(topic.whole) }
    }
    return topics.map { topic in
      let parts = topic.parts.filter { wholes[$0].map { $0.count > 1 || $0.contains(nil) } ?? true }
      var seen: Set<Int> = []
      return ((topic.whole.map { [$0] } ?? []) + parts).filter { seen.insert($0).inserted }
    }
  }

  /// The tag of a passage: one of the words of the topics, or a phrase of theirs.
  package func tag(of passage: String) -> Int? { passages[passage] }

  /// How much each tag has to do with a theme, from 0 to 1, in the order of `tags`.
  package func relevance(to theme: TopicTheme) -> [Double] { shared.relevance(to: theme) }

  /// The tags that mean what a phrase means, in their order.
  package func tags(meaning phrase: TopicMeaning) -> [Int] {
    tags.indices.filter { Evidence(phrase, tags[$0].meaning).similarity >= TopicLeaders.sameness }
  }
}
