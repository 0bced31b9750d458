import Testing

@testable import Core

@Suite("Reasons")
struct SeatReasonTests {
  @Test("A reason names the two strongest partners, and what the table loses", arguments: 1...40)
  func partners(_ seed: UInt64) {
    let table = RandomTable(seed: seed)
    let planner = table.planner
    let proposal = planner.propose(seed: seed)
    for reason in planner.model.reasons(proposal) {
      let others = ([0] + proposal.guests).filter { $0 != reason.person }
      let points = others.map { planner.model.pair(reason.person, $0).total }.sorted(by: >)
      #expect(reason.partners.map(\.points) == Array(points.prefix(2)))
      #expect(reason.loss == proposal.score.loss(without: reason.person))
      for topic in reason.onlyTheirs {
        #expect(others.allSatisfy { !table.people[$0].topics.contains(topic) })
      }
    }
  }

  @Test("The loss without somebody is named")
  func absence() throws {
    let people = [
      Prospect(topics: [0]), Prospect(topics: [0, 1], offers: [1]), Prospect(topics: [0], seeks: [1]),
      Prospect(topics: [0, 2]),
    ]
    let planner = TablePlanner(ProspectIndex(people, weights: []), TableWish(host: 0, size: 4, facets: [1]))
    let reasons = planner.model.reasons(planner.propose(seed: 1))
    let one = try #require(reasons.first { $0.person == 1 })
    #expect(one.onlyTheirs == [1] && one.carriesFacetAlone)
    #expect(one.without.wishes == [Absence.Wish(person: 2, topic: 1)])
    #expect(one.partners.first?.gives == [1])
    let three = try #require(reasons.first { $0.person == 3 })
    #expect(three.onlyTheirs == [2] && !three.carriesFacetAlone)
  }
}
