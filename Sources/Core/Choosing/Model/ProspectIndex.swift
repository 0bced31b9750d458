/// The people of a list, laid out for fast look-ups: made once per list and used for every table chosen from it.
package struct ProspectIndex: Sendable {
  package let count: Int
  /// The worth of a shared topic, 1…3: a rare one binds more.
  package let weights: [Int]
  let topics: NumberLists
  let offers: NumberLists
  let seeks: NumberLists
  let met: NumberLists
  let apart: NumberLists
  let organisations: [Int32]
  let seniorities: [Int32]
  let countries: [Int32]
  let languages: [UInt64]
  let hours: [UInt64]

  /// - Parameter weights: one per topic; a topic without a weight counts 1.
  package init(_ people: [Prospect], weights: [Int]) {
    count = people.count
    var topics = NumberLists(capacity: people.count)
    var offers = topics
    var seeks = topics
    for person in people {
      topics.append(person.topics)
      offers.append(person.offers)
      seeks.append(person.seeks)
    }
    let top = people.reduce(weights.count - 1) { most, person in
      max(most, person.topics.max() ?? 0, person.offers.max() ?? 0, person.seeks.max() ?? 0)
    }
    self.weights = weights + Array(repeating: 1, count: top + 1 - weights.count)
    (self.topics, self.offers, self.seeks) = (topics, offers, seeks)
    met = Self.bothWays(people.map(\.met))
    apart = Self.bothWays(people.map(\.apart))
    organisations = people.map { Int32($0.organisation ?? -1) }
    seniorities = people.map { Int32($0.seniority ?? -1) }
    countries = people.map { Int32($0.country ?? -1) }
    languages = people.map(\.languages)
    hours = people.map(\.hours)
  }

  package func topics(of person: Int) -> [Int] { topics[person].map { Int($0) } }
  package func offers(of person: Int) -> [Int] { offers[person].map { Int($0) } }
  package func seeks(of person: Int) -> [Int] { seeks[person].map { Int($0) } }

  package func haveMet(_ one: Int, _ other: Int) -> Bool { met.contains(other, at: one) }

  package func areApart(_ one: Int, _ other: Int) -> Bool { apart.contains(other, at: one) }

  private static func bothWays(_ said: [[Int]]) -> NumberLists {
    var known = said
    for (index, others) in said.enumerated() {
      for other in others where other != index && known.indices.contains(other) && !known[other].contains(index) {
        known[other].append(index)
      }
    }
    var lists = NumberLists(capacity: said.count)
    for list in known { lists.append(list) }
    return lists
  }
}
