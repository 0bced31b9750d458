import Core
import Records
import Words

/// Some people's topics compared by meaning: who speaks about the same thing, in whatever words and language, and which
/// of it a party is about.
struct ListTopics: Sendable {
  /// The relevance from which a subject that only one person has counts: anything further off would be a topic of the
  /// party that nobody could discuss with them.
  private static let relevantAlone = 0.6

  /// Their topics' words and phrases, findable under anything that means the same.
  let candidates: [Candidate]
  private let space: TopicSpace
  private let passages: SharedPassages
  /// For each candidate, topic by topic.
  private let subjects: [[[Int]]]

  /// Uses the table that comes with the program. A damaged one is no reason to choose nobody: words, letters and the
  /// thesaurus remain.
  init(_ candidates: [Candidate], thesaurus: Thesaurus) {
    self.init(candidates, thesaurus: thesaurus, table: (try? BundledWords.table()) ?? nil)
  }

  init(_ candidates: [Candidate], thesaurus: Thesaurus, table: WordTable?) {
    let topics = candidates.flatMap { $0.topics.map(\.title) }
    space = TopicSpace(table: table, thesaurus: thesaurus, topics: topics)
    let passages = SharedPassages(topics, in: space, thesaurus: thesaurus)
    var places = passages.places[...]
    let subjects = candidates.map { candidate in
      defer { places = places.dropFirst(candidate.topics.count) }
      return Array(places.prefix(candidate.topics.count))
    }
    self.passages = passages
    self.subjects = subjects
    self.candidates = zip(candidates, subjects).map { Self.found($0, under: $1, passages) }
  }

  private static func found(_ candidate: Candidate, under subjects: [[Int]], _ passages: SharedPassages) -> Candidate {
    let topics = zip(candidate.topics, subjects).map { topic, tags in
      let words = topic.words.map { word in
        TopicWord(word.shown, keys: word.keys + (passages.tag(of: word.shown).map { [key($0)] } ?? []))
      }
      let own = Set(words.flatMap(\.keys))
      let phrases = tags.filter { !own.contains(key($0)) }.map { TopicWord(passages.tags[$0].name, keys: [key($0)]) }
      return CandidateTopic(title: topic.title, words: words + phrases)
    }
    return Candidate(id: candidate.id, name: candidate.name, topics: topics)
  }

  private static func key(_ tag: Int) -> String { "#\(tag)" }

  /// The subjects by which a table is chosen.
  func subjects(topic: String, question: String) -> Subjects {
    let theme = space.theme([(topic, 1), (question, PartyTheme.questionWeight)])
    let relevance = zip(passages.tags, passages.relevance(to: theme)).map { tag, relevance in
      tag.count > 1 || relevance >= Self.relevantAlone ? relevance : 0
    }
    return Subjects(names: passages.tags.map(\.name), relevance: relevance, people: subjects)
  }

  /// The theme by which candidates are ranked.
  func theme(topic: String, question: String) -> PartyTheme {
    PartyTheme(topic: words(topic), question: words(question))
  }

  private func words(_ text: String) -> [TopicWord] {
    Terms.of(text).map { term in
      TopicWord(term.shown, keys: term.keys + passages.tags(meaning: space.meaning(of: term.shown)).map(Self.key))
    }
  }
}
