import Core
import Records
import Words

/// Which of a guest's talks and topics a letter mentions.
struct LetterReasons {
  let talks: [String]
  let shared: [String]

  /// - Parameters:
  ///   - topics: of the person, in the address book's order.
  ///   - titles: those of the topics that are titles of the person's talks; an interest is never called one.
  init(topics: [String], titles: Set<String>, substance: CompleteSubstance) {
    let fitting = Self.fitting(topics, substance)
    shared = fitting.filter { !titles.contains($0) }
    // A talk about something else is still how the host knows of the guest; one is enough then.
    talks = fitting.isEmpty ? Array(topics.filter(titles.contains).prefix(1)) : fitting.filter(titles.contains)
  }

  /// Those that are about the party's theme, the most fitting first.
  private static func fitting(_ topics: [String], _ substance: CompleteSubstance) -> [String] {
    let theme = PartyTheme(topic: words(substance.topic), question: words(substance.question))
    // The ranking wants an id; with a single candidate it is never looked at.
    let candidate = Candidate(
      id: PersonID(at: .init(timeIntervalSince1970: 0), random: (0, 0)), name: "",
      topics: topics.map { CandidateTopic(title: $0, words: words($0)) })
    return Relevance.rank([candidate], for: theme).first?.reasons.map(\.title) ?? []
  }

  private static func words(_ text: String) -> [TopicWord] {
    Terms.of(text).map { TopicWord($0.shown, keys: $0.keys) }
  }
}
