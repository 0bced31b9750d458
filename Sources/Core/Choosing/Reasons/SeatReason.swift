/// The reason for somebody's seat: the material a sentence is made of.
package struct SeatReason: Sendable, Equatable {
  /// Somebody with whom they would have much to talk about.
  package struct Partner: Sendable, Equatable {
    package let person: Int
    package let points: Int
    /// Topics the two share, rarest first.
    package let shared: [Int]
    /// Topics on which this person's offer meets the partner's wish, and the other way round.
    package let gives: [Int]
    package let takes: [Int]

    package init(person: Int, points: Int, shared: [Int], gives: [Int], takes: [Int]) {
      self.person = person
      self.points = points
      self.shared = shared
      self.gives = gives
      self.takes = takes
    }
  }

  package let person: Int
  /// The strongest two; one may be the host.
  package let partners: [Partner]
  /// The strongest two of the other guests.
  package let companions: [Partner]
  /// Topics of the party that nobody else at the table carries; if there are none, other topics that are theirs alone.
  package let onlyTheirs: [Int]
  /// True if `onlyTheirs` are topics of the party.
  package let carriesFacetAlone: Bool
  package let without: Absence
  /// Their own fit to the party's topics, and the points the table would lose without them.
  package let fit: Int
  package let loss: Int

  package init(
    person: Int, partners: [Partner], companions: [Partner], onlyTheirs: [Int], carriesFacetAlone: Bool,
    without: Absence, fit: Int, loss: Int
  ) {
    self.person = person
    self.partners = partners
    self.companions = companions
    self.onlyTheirs = onlyTheirs
    self.carriesFacetAlone = carriesFacetAlone
    self.without = without
    self.fit = fit
    self.loss = loss
  }
}

/// The loss to a table when one person is missing.
package struct Absence: Sendable, Equatable {
  /// A wish that only they meet: its owner and its topic.
  package struct Wish: Sendable, Equatable {
    package let person: Int
    package let topic: Int
  }

  package let wishes: [Wish]
  /// Guests who would then share a topic with fewer than two others.
  package let isolated: [Int]
  /// Topics of the party that would be left to a single person.
  package let leftToOne: [Topic]

  package init(wishes: [Wish], isolated: [Int], leftToOne: [Topic]) {
    self.wishes = wishes
    self.isolated = isolated
    self.leftToOne = leftToOne
  }

  package struct Topic: Sendable, Equatable {
    package let topic: Int
    package let carrier: Int

    package init(topic: Int, carrier: Int) {
      self.topic = topic
      self.carrier = carrier
    }
  }
}

extension TableModel {
  /// A reason for each guest, in their order.
  package func reasons(_ proposal: TableProposal) -> [SeatReason] {
    proposal.guests.map { reason($0, proposal) }
  }

  private func reason(_ person: Int, _ proposal: TableProposal) -> SeatReason {
    let table = [wish.host] + proposal.guests
    let others = table.filter { $0 != person }
    let alone = proposal.score.facets.filter { $0.carriers == [person] }.map(\.topic)
    return SeatReason(
      person: person, partners: partners(of: person, proposal.score),
      companions: partners(of: person, proposal.score, but: wish.host),
      onlyTheirs: alone.isEmpty ? topicsAlone(person, others) : alone, carriesFacetAlone: !alone.isEmpty,
      without: absence(of: person, others, proposal.score), fit: fit(of: person),
      loss: proposal.score.loss(without: person))
  }

  private func partners(of person: Int, _ score: TableScore, but left: Int? = nil) -> [SeatReason.Partner] {
    score.pairs(of: person)
      .map { (other: $0.one == person ? $0.other : $0.one, points: $0.terms.total) }
      .filter { $0.other != left }
      .sorted { ($1.points, $1.other) < ($0.points, $0.other) }
      .prefix(2)
      .map { other, points in
        let mine = index.topics(of: person)
        return SeatReason.Partner(
          person: other, points: points, shared: rarest(mine.filter { index.topics.contains($0, at: other) }),
          gives: rarest(index.offers(of: person).filter { index.seeks.contains($0, at: other) }),
          takes: rarest(index.seeks(of: person).filter { index.offers.contains($0, at: other) }))
      }
  }

  private func rarest(_ topics: [Int]) -> [Int] {
    topics.sorted { (index.weights[$1], $0) < (index.weights[$0], $1) }
  }

  private func topicsAlone(_ person: Int, _ others: [Int]) -> [Int] {
    rarest(index.topics(of: person).filter { topic in !others.contains { index.topics.contains(topic, at: $0) } })
  }

  private func absence(of person: Int, _ others: [Int], _ score: TableScore) -> Absence {
    let offers = index.offers(of: person)
    return Absence(
      wishes: others.flatMap { other in
        rarest(
          index.seeks(of: other).filter { topic in
            offers.contains(topic) && !others.contains { index.offers.contains(topic, at: $0) && $0 != other }
          }
        ).map { Absence.Wish(person: other, topic: $0) }
      },
      isolated: others.filter { one in
        others.count { $0 != one && sharesTopic(one, $0) } < 2 && sharesTopic(one, person)
      },
      leftToOne: score.facets.compactMap { facet in
        guard facet.carriers.count == 2, facet.carriers.contains(person) else { return nil }
        return facet.carriers.first { $0 != person }.map { Absence.Topic(topic: facet.topic, carrier: $0) }
      })
  }

  private func sharesTopic(_ one: Int, _ other: Int) -> Bool {
    index.topics(of: one).contains { index.topics.contains($0, at: other) }
  }
}
