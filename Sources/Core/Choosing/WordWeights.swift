import Foundation

/// The weight of each word of a theme in one list of candidates.
struct WordWeights {
  /// The number of mentions after which more stop counting (k₁), and how strongly a long list of topics is held back
  /// (b). The usual b of 0.75 would punish people for having given many talks.
  private static let saturation = 1.2
  private static let lengthPenalty = 0.3

  private let weights: [Double]
  private let averageLength: Double

  init(theme: PartyTheme, matches: [ThemeMatch]) {
    var bearers = Array(repeating: 0, count: theme.words.count)
    for match in matches {
      for (position, count) in match.counts.enumerated() where count > 0 { bearers[position] += 1 }
    }
    weights = zip(theme.words, bearers).map { word, bearers in
      word.weight * log(1 + (Double(matches.count - bearers) + 0.5) / (Double(bearers) + 0.5))
    }
    averageLength = max(1, Double(matches.reduce(0) { $0 + $1.length }) / Double(max(1, matches.count)))
  }

  func score(_ match: ThemeMatch) -> Double {
    let norm = 1 - Self.lengthPenalty + Self.lengthPenalty * Double(match.length) / averageLength
    return zip(weights, match.counts).reduce(0) { sum, word in
      let count = Double(word.1)
      return sum + word.0 * count * (Self.saturation + 1) / (count + Self.saturation * norm)
    }
  }

  /// The matching topics, the one with the most telling words first.
  func reasons(_ match: ThemeMatch, topics: [CandidateTopic]) -> [TopicReason] {
    match.topics
      .map { topic in (topic: topic, worth: topic.positions.reduce(0) { $0 + weights[$1] }) }
      .sorted { ($1.worth, $0.topic.index) < ($0.worth, $1.topic.index) }
      .map { TopicReason(title: topics[$0.topic.index].title, words: $0.topic.shown) }
  }
}
