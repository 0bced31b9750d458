/// The parts of a topic that others may share: the whole if its words are few, and each of its words that is a subject
/// alone; within a longer topic also the phrases that make up somebody else's topic or a term of the thesaurus.
struct Passages {
  private static let fewWords = 3

  private let phrases: Set<[String]>

  init(_ topics: [[Term]], thesaurus: Thesaurus) {
    let terms = thesaurus.lines.joined().map { Terms.of($0) }
    phrases = Set((topics + terms).filter { (2...Self.fewWords).contains($0.count) }.map(Self.key))
  }

  /// The findings within a topic.
  struct Reading {
    /// The topic as a whole if its words are few; otherwise phrases in it, longest first.
    let phrases: [String]
    let isWhole: Bool
    let words: [String]
  }

  /// - Parameter words: the topic's words.
  func reading(of topic: String, words: [Term]) -> Reading {
    if words.count < 2 { return Reading(phrases: words.map(\.shown), isWhole: true, words: words.map(\.shown)) }
    let single = words.filter { !Qualifiers.contains($0) }.map(\.shown)
    return words.count > Self.fewWords
      ? Reading(phrases: runs(words), isWhole: false, words: single)
      : Reading(phrases: [topic], isWhole: true, words: single)
  }

  private func runs(_ words: [Term]) -> [String] {
    (2...Self.fewWords).reversed().flatMap { length in
      (0...(words.count - length)).map { words[$0..<$0 + length] }
        .filter { phrases.contains(Self.key(Array($0))) }
        .map { $0.map(\.shown).joined(separator: " ") }
    }
  }

  /// The same for whatever language the words were taken to be.
  private static func key(_ words: [Term]) -> [String] { words.map { $0.keys.min() ?? $0.shown } }
}
