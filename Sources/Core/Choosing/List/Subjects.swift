/// The subjects that the people of a list speak about, each listed once under whatever names: found by words, or by
/// meaning.
package struct Subjects: Sendable {
  /// The name of each on pages.
  package let names: [String]
  /// The closeness of each to the party's theme, 0…1.
  package let relevance: [Double]
  /// For each person, in the list's order.
  package let links: [[SubjectLink]]

  package init(names: [String], relevance: [Double], links: [[SubjectLink]]) {
    self.names = names
    self.relevance = relevance
    self.links = links
  }

  /// The topic of this person that is about the subject; nil when none is.
  package func topic(of person: Int, on subject: Int) -> Int? {
    links.indices.contains(person) ? links[person].first { $0.subject == subject }?.topic : nil
  }
}

/// One person speaks about one subject.
package struct SubjectLink: Sendable, Hashable {
  /// The likeness from which a topic counts as being about a subject.
  package static let sameness = 0.6

  package let subject: Int
  /// Certainty, 0…1: 1 for the same words.
  package let strength: Double
  /// The topic's position among theirs.
  package let topic: Int

  package init(_ subject: Int, strength: Double = 1, topic: Int) {
    self.subject = subject
    self.strength = strength
    self.topic = topic
  }
}
