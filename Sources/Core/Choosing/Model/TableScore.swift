/// The worth of a table in conversation points, and the source of every point.
package struct TableScore: Sendable, Equatable {
  /// A person's own fit to the topic.
  package struct Fit: Sendable, Equatable {
    package let person: Int
    package let points: Int
  }

  package struct Pair: Sendable, Equatable {
    package let one: Int
    package let other: Int
    package let terms: PairTerms
  }

  /// A topic of the party and the guests who carry it.
  package struct Facet: Sendable, Equatable {
    package let topic: Int
    package let carriers: [Int]
    package let points: Int
    /// Its worth with one carrier fewer.
    package let pointsWithOneFewer: Int
  }

  /// One for each guest; the host's own fit doesn't count.
  package let fits: [Fit]
  package let pairs: [Pair]
  package let facets: [Facet]

  package var total: Int {
    fits.reduce(0) { $0 + $1.points } + pairs.reduce(0) { $0 + $1.terms.total } + facets.reduce(0) { $0 + $1.points }
  }

  /// The points the table would lose without one of its guests.
  package func loss(without guest: Int) -> Int {
    fits.reduce(0) { $0 + ($1.person == guest ? $1.points : 0) }
      + pairs(of: guest).reduce(0) { $0 + $1.terms.total }
      + facets.reduce(0) { $0 + ($1.carriers.contains(guest) ? $1.points - $1.pointsWithOneFewer : 0) }
  }

  package func pairs(of person: Int) -> [Pair] { pairs.filter { $0.one == person || $0.other == person } }
}

extension TableModel {
  /// - Parameter guests: without the host.
  package func score(_ guests: [Int]) -> TableScore {
    let table = [wish.host] + guests
    var pairs: [TableScore.Pair] = []
    for (position, one) in table.enumerated() {
      let row = PairRow(one, in: self)
      for other in table[(position + 1)...] {
        pairs.append(.init(one: one, other: other, terms: PairTerms(row.facts(with: other), wish.leaning)))
      }
    }
    return TableScore(
      fits: guests.map { .init(person: $0, points: fit(of: $0)) }, pairs: pairs,
      facets: wish.facets.map { topic in
        let carriers = table.filter { index.topics.contains(topic, at: $0) }
        return .init(
          topic: topic, carriers: carriers, points: coverage(carriers: carriers.count),
          pointsWithOneFewer: coverage(carriers: max(0, carriers.count - 1)))
      })
  }
}
