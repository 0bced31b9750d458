/// A word of a topic as it is compared.
package struct TopicWord: Sendable, Hashable {
  /// As it was written, to be shown in a reason.
  package let shown: String
  /// Its stems, by which it is compared. Two words match when they have one of these in common.
  package let keys: [String]

  package init(_ shown: String, keys: [String]) {
    self.shown = shown
    self.keys = keys
  }
}

/// One topic of a person: the title of a talk, a keyword.
package struct CandidateTopic: Sendable, Hashable {
  package let title: String
  package let words: [TopicWord]

  package init(title: String, words: [TopicWord]) {
    self.title = title
    self.words = words
  }
}

/// Somebody from the address book who might be invited.
package struct Candidate: Sendable, Identifiable {
  package let id: PersonID
  package let name: String
  package let topics: [CandidateTopic]

  package init(id: PersonID, name: String, topics: [CandidateTopic]) {
    self.id = id
    self.name = name
    self.topics = topics
  }
}

/// The reason why somebody fits: a topic of theirs and its words that the party is about. Pages and letters put it into
/// a sentence.
package struct TopicReason: Sendable, Hashable {
  package let title: String
  /// As the topic has them, in its order, none twice.
  package let words: [String]

  package init(title: String, words: [String]) {
    self.title = title
    self.words = words
  }
}

/// A candidate's place in the list.
package struct RankedCandidate: Sendable, Identifiable {
  package let id: PersonID
  package let name: String
  /// 0 for somebody whose topics have nothing to do with the party's; no upper bound. Comparable within one ranking only.
  package let score: Double
  /// Best first; empty exactly when `score` is 0.
  package let reasons: [TopicReason]

  package init(id: PersonID, name: String, score: Double, reasons: [TopicReason]) {
    self.id = id
    self.name = name
    self.score = score
    self.reasons = reasons
  }
}
