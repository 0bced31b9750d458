/// Splits a theme into passages: the whole, and every run of a few words, since a topic may be only one of many in a
/// question.
struct ThemeReader {
  private static let longestRun = 3

  let space: TopicSpace

  /// - Parameter texts: each with its weight, from 0 to 1.
  func theme(_ texts: [(text: String, weight: Double)]) -> TopicTheme {
    let all = texts.flatMap { text, weight in passages(of: text).map { (text: $0, weight: weight) } }
    let meanings = space.meanings(of: all.map(\.text))
    return TopicTheme(passages: zip(meanings, all).map { TopicTheme.Passage(meaning: $0, weight: $1.weight) })
  }

  private func passages(of text: String) -> [String] {
    let words = Terms.of(text).map(\.shown)
    var passages = [text]
    for length in 1...Self.longestRun where length < words.count {
      for start in 0...(words.count - length) {
        passages.append(words[start..<start + length].joined(separator: " "))
      }
    }
    return passages
  }
}
