import Core
import Records
import Words

/// Splits topics, each text and each word only once, so that a large address book shares the parts.
struct TopicBook {
  private var topics: [String: CandidateTopic] = [:]
  private var words: [Term: TopicWord] = [:]

  mutating func candidate(_ person: CandidateStore.Named) -> Candidate {
    Candidate(id: person.id, name: person.name, topics: person.topics.map { topic($0) })
  }

  private mutating func topic(_ title: String) -> CandidateTopic {
    if let known = topics[title] { return known }
    let topic = CandidateTopic(title: title, words: Terms.of(title).map { word($0) })
    topics[title] = topic
    return topic
  }

  private mutating func word(_ term: Term) -> TopicWord {
    if let known = words[term] { return known }
    let word = TopicWord(term.shown, keys: term.keys)
    words[term] = word
    return word
  }
}
