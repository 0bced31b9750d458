import Core
import Records
import Words

/// The talks and topics of a guest that a letter mentions.
struct LetterReasons {
  let talks: [String]
  let shared: [String]

  /// - Parameters:
  ///   - topics: the person's, in the address book's order.
  ///   - titles: the topics that are titles of the person's talks; an interest is never called a talk.
  init(topics: [String], titles: Set<String>, substance: CompleteSubstance) {
    let fitting = Self.fitting(topics, substance)
    shared = fitting.filter { !titles.contains($0) }
    // A talk about something else is still how the host knows of the guest; one is enough in that case.
    talks = fitting.isEmpty ? Array(topics.filter(titles.contains).prefix(1)) : fitting.filter(titles.contains)
  }

  /// The topics close to the party's theme, best match first.
  private static func fitting(_ topics: [String], _ substance: CompleteSubstance) -> [String] {
    let theme = PartyTheme(topic: words(substance.topic), question: words(substance.question))
    // The ranking needs an id; with a single candidate it is never used.
    let candidate = Candidate(
      id: PersonID(at: .init(timeIntervalSince1970: 0), random: (0, 0)), name: "",
      topics: topics.map { CandidateTopic(title: $0, words: words($0)) })
    return Relevance.rank([candidate], for: theme).first?.reasons.map(\.title) ?? []
  }

  private static func words(_ text: String) -> [TopicWord] {
    Terms.of(text).map { TopicWord($0.shown, keys: $0.keys) }
  }
}
