extension Subjects {
  /// Subjects are words: people share one when their topics have a word in common, in whatever form. A word that more than a third
  /// of a list have says nothing about them, unless the party is about it.
  package init(words candidates: [Candidate], theme: PartyTheme) {
    var book = WordBook()
    let positions = theme.positions
    var links: [[SubjectLink]] = []
    for candidate in candidates {
      var seen: Set<Int> = []
      var own: [SubjectLink] = []
      for (place, topic) in candidate.topics.enumerated() {
        for number in topic.words.map({ book.number(of: $0) }) where seen.insert(number).inserted {
          own.append(SubjectLink(number, topic: place))
        }
      }
      links.append(own)
    }
    let relevance = book.words.map { word in
      word.keys.lazy.compactMap { positions[$0] }.first.map { theme.words[$0].weight } ?? 0
    }
    var bearers = Array(repeating: 0, count: book.words.count)
    for link in links.joined() { bearers[link.subject] += 1 }
    let most = max(6, candidates.count / 3)
    self.init(
      names: book.words.map(\.shown), relevance: relevance,
      links: links.map { $0.filter { bearers[$0.subject] <= most || relevance[$0.subject] > 0 } })
  }

  /// Numbers words, those with a key in common alike.
  private struct WordBook {
    private(set) var words: [TopicWord] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of word: TopicWord) -> Int {
      let known = word.keys.first { numbers[$0] != nil }.flatMap { numbers[$0] }
      let number = known ?? words.count
      if known == nil { words.append(word) }
      for key in word.keys where numbers[key] == nil { numbers[key] = number }
      return number
    }
  }
}
