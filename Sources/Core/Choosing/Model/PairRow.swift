/// One person's side of all their pairs, laid out by topic so that another person's side takes a few look-ups.
struct PairRow {
  private static let has: UInt8 = 1
  private static let offers: UInt8 = 2
  private static let seeks: UInt8 = 4

  private let person: Int
  private let model: TableModel
  private var marks: [UInt8]

  init(_ person: Int, in model: TableModel) {
    self.person = person
    self.model = model
    var marks = [UInt8](repeating: 0, count: model.index.weights.count)
    model.index.topics.forEach(at: person) { marks[$0] |= Self.has }
    model.index.offers.forEach(at: person) { marks[$0] |= Self.offers }
    model.index.seeks.forEach(at: person) { marks[$0] |= Self.seeks }
    self.marks = marks
  }

  @inline(__always)
  func value(with other: Int) -> (points: Int, shares: Bool) {
    let facts = facts(with: other)
    return (PairTerms(facts, model.wish.leaning).total, facts.shared > 0)
  }

  @inline(__always)
  func facts(with other: Int) -> PairFacts {
    let index = model.index
    var facts = PairFacts()
    index.topics.forEach(at: other) { topic in
      if marks[topic] & Self.has != 0 {
        facts.shared += 1
        facts.weight += index.weights[topic]
      }
    }
    var marksOfOffers: UInt8 = 0
    var marksOfSeeks: UInt8 = 0
    index.offers.forEach(at: other) { marksOfOffers |= marks[$0] }
    index.seeks.forEach(at: other) { marksOfSeeks |= marks[$0] }
    facts.helps = (marksOfOffers & Self.seeks == 0 ? 0 : 1) + (marksOfSeeks & Self.offers == 0 ? 0 : 1)
    let mine = model.facets[person]
    let theirs = model.facets[other]
    facts.isFresh = mine & ~theirs != 0 && theirs & ~mine != 0
    facts.isSameOrganisation = Self.isSame(index.organisations, person, other)
    facts.isSameSeniority = Self.isSame(index.seniorities, person, other)
    facts.isSameCountry = Self.isSame(index.countries, person, other)
    facts.haveMet = index.haveMet(person, other)
    facts.areApart = index.areApart(person, other)
    return facts
  }

  @inline(__always)
  private static func isSame(_ values: [Int32], _ one: Int, _ other: Int) -> Bool {
    values[one] >= 0 && values[one] == values[other]
  }
}
