/// What of a topic others may share: all of it, where its words are few, and each of its words; within a longer one also the phrases
/// that somebody else's topic, or the thesaurus, consists of.
struct Passages {
  private static let fewWords = 3

  private let phrases: Set<[String]>

  init(_ topics: [[Term]], thesaurus: Thesaurus) {
    let terms = thesaurus.lines.joined().map { Terms.of($0) }
    phrases = Set((topics + terms).filter { (2...Self.fewWords).contains($0.count) }.map(Self.key))
  }

  /// The longest first.
  /// - Parameter words: those of the topic.
  func of(_ topic: String, words: [Term]) -> (whole: String?, parts: [String]) {
    let single = words.map(\.shown)
    switch words.count {
    case 0, 1: return (nil, single)
    case ...Self.fewWords: return (topic, single)
    default: return (nil, runs(words) + single)
    }
  }

  private func runs(_ words: [Term]) -> [String] {
    (2...Self.fewWords).reversed().flatMap { length in
      (0...(words.count - length)).map { words[$0..<$0 + length] }
        .filter { phrases.contains(Self.key(Array($0))) }
        .map { $0.map(\.shown).joined(separator: " ") }
    }
  }

  /// The same whatever language the words were taken for.
  private static func key(_ words: [Term]) -> [String] { words.map { $0.keys.min() ?? $0.shown } }
}
