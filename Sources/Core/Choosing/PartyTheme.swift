/// A party's theme as words: those of its topic, and those of its opening question, which weigh less.
package struct PartyTheme: Sendable {
  /// A word to look for, with all keys under which it is found.
  struct SoughtWord {
    let keys: [String]
    let weight: Double
  }

  /// The weight of the question's words; the topic's weigh 1.
  package static let questionWeight = 0.4

  let words: [SoughtWord]

  /// A word that repeats an earlier one (of the topic, or within the question) counts once.
  package init(topic: [TopicWord], question: [TopicWord]) {
    var seen: Set<String> = []
    var words: [SoughtWord] = []
    for (word, weight) in topic.map({ ($0, 1.0) }) + question.map({ ($0, Self.questionWeight) })
    where seen.isDisjoint(with: word.keys) {
      seen.formUnion(word.keys)
      words.append(SoughtWord(keys: word.keys, weight: weight))
    }
    self.words = words
  }

  /// Positions in `words`, by key.
  var positions: [String: Int] {
    var positions: [String: Int] = [:]
    for (position, word) in words.enumerated() {
      for key in word.keys { positions[key] = position }
    }
    return positions
  }
}
