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
}

/// That somebody speaks about a subject.
package struct SubjectLink: Sendable, Hashable {
  /// From how much likeness a topic counts as being about a subject.
  package static let sameness = 0.6

  package let subject: Int
  /// How surely: 1 for the same words.
  package let strength: Double

  package init(_ subject: Int, strength: Double = 1) {
    self.subject = subject
    self.strength = strength
  }
}
