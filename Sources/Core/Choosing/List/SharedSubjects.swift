extension Subjects {
  /// A subject that more than a third of a list have, and more than that many, says nothing about them, unless the party is about it.
  private static let few = 6

  /// - Parameter people: for each person, topic by topic, which subjects it is about.
  package init(names: [String], relevance: [Double], people: [[[Int]]]) {
    var bearers = Array(repeating: 0, count: names.count)
    let links = people.map { topics in
      var seen: Set<Int> = []
      return topics.enumerated().flatMap { place, subjects in
        subjects.filter { seen.insert($0).inserted }.map { SubjectLink($0, topic: place) }
      }
    }
    for link in links.joined() { bearers[link.subject] += 1 }
    let most = max(Self.few, people.count / 3)
    self.init(
      names: names, relevance: relevance,
      links: links.map { $0.filter { bearers[$0.subject] <= most || relevance[$0.subject] > 0 } })
  }
}
