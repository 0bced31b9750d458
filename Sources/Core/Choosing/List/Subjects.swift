/// What the people of a list speak about, each subject once, whatever it is called: found by words, or by meaning.
package struct Subjects: Sendable {
  /// How each is called on pages.
  package let names: [String]
  /// How much each has to do with the party, 0…1.
  package let relevance: [Double]
  /// For each person, in the list's order.
  package let links: [[SubjectLink]]

  package init(names: [String], relevance: [Double], links: [[SubjectLink]]) {
    self.names = names
    self.relevance = relevance
    self.links = links
  }

  /// Which of a person's topics is about a subject; nil when none is.
  package func topic(of person: Int, on subject: Int) -> Int? {
    links.indices.contains(person) ? links[person].first { $0.subject == subject }?.topic : nil
  }
}

/// That somebody speaks about a subject.
package struct SubjectLink: Sendable, Hashable {
  /// From how much likeness a topic counts as being about a subject.
  package static let sameness = 0.6

  package let subject: Int
  /// How surely: 1 for the same words.
  package let strength: Double
  /// Which of their topics it is, in their order.
  package let topic: Int

  package init(_ subject: Int, strength: Double = 1, topic: Int) {
    self.subject = subject
    self.strength = strength
    self.topic = topic
  }
}
