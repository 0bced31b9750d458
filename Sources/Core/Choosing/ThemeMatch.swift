/// The places where the words of a theme occur among one candidate's topics.
struct ThemeMatch {
  struct Topic {
    /// Its position among the candidate's topics.
    let index: Int
    /// Positions of the theme's words that occur, each once.
    let positions: [Int]
    /// The topic's own words for them, each once.
    let shown: [String]
  }

  /// The number of words in all topics together.
  private(set) var length = 0
  /// The number of times each of the theme's words occurs; empty when none does.
  private(set) var counts: [Int] = []
  private(set) var topics: [Topic] = []

  init(_ candidate: Candidate, positions: [String: Int], count: Int) {
    for (index, topic) in candidate.topics.enumerated() {
      length += topic.words.count
      let hits = topic.words.compactMap { word in
        word.keys.lazy.compactMap { positions[$0] }.first.map { (position: $0, shown: word.shown) }
      }
      if hits.isEmpty { continue }
      if counts.isEmpty { counts = Array(repeating: 0, count: count) }
      for hit in hits { counts[hit.position] += 1 }
      topics.append(
        Topic(index: index, positions: hits.map(\.position).withoutRepeats, shown: hits.map(\.shown).withoutRepeats))
    }
  }
}

extension Sequence where Element: Hashable {
  fileprivate var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
