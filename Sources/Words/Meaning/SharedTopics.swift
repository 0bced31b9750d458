/// The topics of a list, gathered under tags: what people wrote in other words, another language or with a slip, but
/// meant the same, gets the same tag.
package struct SharedTopics: Sendable {
  /// A subject and how the list calls it.
  package struct Tag: Sendable {
    /// Its commonest spelling.
    package let name: String
    /// How many of the given topics have it.
    package fileprivate(set) var count: Int
    let meaning: TopicMeaning
  }

  package private(set) var tags: [Tag] = []
  /// For each of the given topics, in their order, its tag's place in `tags`; nil for one without a word.
  package private(set) var places: [Int?] = []

  /// The same topics in the same order always give the same tags. What is written alike costs little: 100,000 people
  /// mostly speak about the same few thousand things.
  /// - Parameter topics: repeats included, for they decide how a tag is called.
  package init(_ topics: [String], in space: TopicSpace) {
    let spellings = Spellings(topics)
    let meanings = space.meanings(of: spellings.texts)
    var leaders = TopicLeaders(meanings)
    var tagOfSpelling = [Int?](repeating: nil, count: meanings.count)
    for spelling in spellings.commonestFirst where !meanings[spelling].isEmpty {
      let tag = leaders.tag(of: spelling)
      tagOfSpelling[spelling] = tag
      if tag == tags.count {
        tags.append(Tag(name: spellings.texts[spelling], count: 0, meaning: meanings[spelling]))
      }
      tags[tag].count += spellings.counts[spelling]
    }
    places = spellings.places.map { tagOfSpelling[$0] }
  }

  /// How much each tag has to do with a theme, from 0 to 1, in the order of `tags`.
  package func relevance(to theme: TopicTheme) -> [Double] {
    tags.map { theme.relevance(of: $0.meaning) }
  }
}
