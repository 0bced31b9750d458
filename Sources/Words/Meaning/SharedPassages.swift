/// The topics of a list with the subjects inside them: each topic gets a tag for each of its passages.
package struct SharedPassages: Sendable {
  /// Subjects: words first, then phrases that mean more than one of them.
  package private(set) var tags: [SharedTopics.Tag]
  /// For each of the given topics, in order, the positions of its tags in `tags`, without repeats.
  package private(set) var places: [[Int]] = []
  private var words: [String: Int]
  private var phrases: [String: Int] = [:]

  /// Words are compared with words, and phrases with phrases: "digital sovereignty" is close to "sovereignty", but not
  /// the same.
  /// - Parameters:
  ///   - topics: repeats included.
  ///   - thesaurus: the space's.
  package init(_ topics: [String], in space: TopicSpace, thesaurus: Thesaurus = Thesaurus()) {
    let spellings = Spellings(topics)
    let terms = spellings.texts.map { Terms.of($0) }
    let reader = Passages(terms, thesaurus: thesaurus)
    let readings = zip(spellings.texts, terms).map { reader.reading(of: $0, words: $1) }
    let wordTexts = spellings.places.flatMap { readings[$0].words }
    let shared = SharedTopics(wordTexts, in: space)
    tags = shared.tags
    words = Self.numbered(wordTexts, shared.places)
    add(spellings.places.flatMap { readings[$0].phrases }, in: space)
    let tagged = Self.tagged(readings.map { tags(of: $0) })
    places = spellings.places.map { tagged[$0] }
  }

  private static func numbered(_ texts: [String], _ places: [Int?]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for (text, place) in zip(texts, places) { numbers[text] = place }
    return numbers
  }

  /// A phrase with the meaning of a one-word topic shares that word's tag, under the commoner name.
  private mutating func add(_ texts: [String], in space: TopicSpace) {
    let shared = SharedTopics(texts, in: space)
    let numbers = Self.numbered(texts, shared.places)
    var places = [Int?](repeating: nil, count: shared.tags.count)
    for (text, number) in numbers {
      guard let word = words[text] else { continue }
      places[number] = min(word, places[number] ?? word)
    }
    for (number, tag) in shared.tags.enumerated() {
      if let word = places[number] {
        if tag.count > tags[word].count { tags[word] = tag }
      } else {
        places[number] = tags.count
        tags.append(tag)
      }
    }
    phrases = numbers.compactMapValues { places[$0] }
  }

  /// The tags of a topic: for the whole, and for its parts.
  private struct TopicTags {
    let whole: Int?
    let parts: [Int]
  }

  private func tags(of reading: Passages.Reading) -> TopicTags {
    let phrases = reading.phrases.compactMap { self.phrases[$0] }
    let words = reading.words.compactMap { self.words[$0] }
    guard reading.isWhole, let whole = phrases.first else { return TopicTags(whole: nil, parts: phrases + words) }
    return words.contains(whole) ? TopicTags(whole: nil, parts: [whole] + words) : TopicTags(whole: whole, parts: words)
  }

  /// Leaves out parts that occur within a single subject only, since they add nothing to it.
  private static func tagged(_ topics: [TopicTags]) -> [[Int]] {
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

  /// The tag of a word of the topics.
  package func tag(of word: String) -> Int? { words[word] }

  /// The relevance of each tag to a theme, from 0 to 1, in the order of `tags`.
  package func relevance(to theme: TopicTheme) -> [Double] { tags.map { theme.relevance(of: $0.meaning) } }

  /// The tags with the meaning of a phrase, in order.
  package func tags(meaning phrase: TopicMeaning) -> [Int] {
    tags.indices.filter { Evidence(phrase, tags[$0].meaning).similarity >= TopicLeaders.sameness }
  }
}
