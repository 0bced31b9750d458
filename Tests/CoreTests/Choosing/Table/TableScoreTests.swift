import Testing

@testable import Core

@Suite("The worth of a table")
struct TableScoreTests {
  @Test(
    "Every point of a table belongs to a person, a pair or a topic; without a guest exactly theirs are missing",
    arguments: 1...60)
  func decomposition(_ seed: UInt64) {
    let table = RandomTable(seed: seed)
    let model = TableModel(table.index, table.wish)
    let guests = [3, 5, 8, 11]
    let score = model.score(guests)
    for guest in guests {
      let without = model.score(guests.filter { $0 != guest })
      #expect(score.total - without.total == score.loss(without: guest))
    }
    #expect(score.pairs.count == 10)
    #expect(score.fits.map(\.person) == guests)
  }

  @Test("A pair is worth the same from either side", arguments: 1...30)
  func symmetry(_ seed: UInt64) {
    let table = RandomTable(seed: seed)
    let model = TableModel(table.index, table.wish)
    for one in table.people.indices {
      for other in table.people.indices where other != one { #expect(model.pair(one, other) == model.pair(other, one)) }
    }
  }

  @Test("Common ground saturates at twelve points, and clones lose some again")
  func commonGround() {
    func pair(sharing count: Int) -> PairTerms {
      let person = Prospect(topics: Array(0..<count))
      let index = ProspectIndex([person, person], weights: Array(repeating: 1, count: 9))
      return TableModel(index, TableWish(host: 0, size: 2, facets: [])).pair(0, 1)
    }
    #expect([1, 2, 3, 5].map { pair(sharing: $0).common } == [4, 8, 12, 12])
    #expect([1, 2, 3, 5].map { pair(sharing: $0).clones } == [0, 0, -2, -6])
  }

  @Test("Two people's unknown facts are not taken to be the same")
  func unknown() {
    let index = ProspectIndex([Prospect(topics: [0]), Prospect(topics: [0])], weights: [1])
    let pair = TableModel(index, TableWish(host: 0, size: 2, facets: [])).pair(0, 1)
    #expect(pair.organisation == 0 && pair.seniority == 0 && pair.country == 0)
  }

  @Test("Each slider affects only its own terms, and more the further it is moved")
  func sliders() {
    var met = Prospect(topics: [0, 1, 2], organisation: 1, seniority: 2, country: 3)
    met.met = [1]
    let index = ProspectIndex(
      [met, Prospect(topics: [0, 1, 2, 3], organisation: 1, seniority: 2, country: 3)], weights: [])
    func pair(_ leaning: Leaning) -> PairTerms {
      var wish = TableWish(host: 0, size: 2, facets: [])
      wish.leaning = leaning
      return TableModel(index, wish).pair(0, 1)
    }
    let steps = Array(Leaning.steps)
    #expect(steps.map { pair(Leaning(acquaintance: $0)).met } == [-18, -12, -6, 0, 6])
    #expect(steps.map { pair(Leaning(mixture: $0)).organisation } == [8, 0, -8, -16, -24])
    #expect(steps.map { pair(Leaning(generations: $0)).seniority } == [2, 0, -2, -4, -6])
    #expect(steps.map { pair(Leaning(breadth: $0)).common } == [36, 24, 12, 12, 12])
    #expect(pair(Leaning(mixture: 2)).met == pair(.neutral).met)
  }
}
