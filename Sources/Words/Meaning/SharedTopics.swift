/// The topics of a list, gathered under tags: topics in other words, in another language or with a typo that mean the
/// same get the same tag.
package struct SharedTopics: Sendable {
  /// A subject, and the list's name for it.
  package struct Tag: Sendable {
    /// Its commonest spelling.
    package let name: String
    /// The number of given topics that have it.
    package fileprivate(set) var count: Int
    let meaning: TopicMeaning
  }

  package private(set) var tags: [Tag] = []
  /// For each of the given topics, in order, the position of its tag in `tags`; nil for one without a word.
  package private(set) var places: [Int?] = []

  /// The same topics in the same order always give the same tags. Identical spellings cost little: 100,000 people
  /// mostly speak about the same few thousand things.
  /// - Parameter topics: repeats included, since they decide a tag's name.
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

  /// The relevance of each tag to a theme, from 0 to 1, in the order of `tags`.
  package func relevance(to theme: TopicTheme) -> [Double] {
    tags.map { theme.relevance(of: $0.meaning) }
  }
}
