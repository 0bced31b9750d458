import Foundation
import Testing

@testable import Core

/// People who would rather not meet.
@Suite struct AvoidanceTests {
  private static let people = (0..<4).map { PersonID(at: Date(timeIntervalSince1970: 0), random: (UInt64($0), 0)) }

  @Test("Somebody who avoids another gives way, wherever the two are in the order")
  func together() {
    let people = Self.people
    let said = [
      Avoidance(person: people[0], other: people[3]), Avoidance(person: people[2], other: people[1]),
    ]
    #expect(said.together(people) == [people[1], people[3]])
    #expect(said.together([people[0], people[2]]) == [people[0], people[2]])
    #expect([Avoidance]().together(people) == people)
  }

  @Test("Of two who avoid each other one is invited")
  func mutual() {
    let (one, other) = (Self.people[0], Self.people[1])
    let said = [Avoidance(person: one, other: other), Avoidance(person: other, other: one)]
    #expect(said.together([one, other]).count == 1)
  }

  @Test("No table is proposed with two who avoid each other, whoever said it", arguments: 1...40)
  func proposed(_ seed: UInt64) {
    let table = RandomTable(seed: seed, people: 24, size: 5)
    let before = table.planner.propose(seed: seed).guests
    guard before.count == 4 else { return }
    let pinned = Set(table.wish.pinned)
    let free = before.filter { !pinned.contains($0) }
    var people = table.people
    people[free[0]].apart = [free[1]]
    let planner = TablePlanner(ProspectIndex(people, weights: table.weights), table.wish)
    for effort in [PlanningEffort.thorough, .quick] {
      let proposal = planner.propose(seed: seed, effort: effort, near: before)
      #expect(proposal.score.total < 0 || planner.model.leaving(proposal.guests) == nil)
      let reserves = planner.reserves(for: proposal)
      for (guest, others) in reserves.replacements {
        let rest = proposal.guests.filter { $0 != guest }
        for other in others { #expect(!rest.contains { planner.model.index.areApart($0, other.person) }) }
      }
    }
  }

  @Test("If both are at a table, the one it would miss less leaves, and never one who has to stay")
  func leaving() {
    var people = (0..<5).map { Prospect(topics: [0, 1, 2 + $0]) }
    people[1].apart = [2]
    people[2].topics = [0]
    var wish = TableWish(host: 0, size: 5, facets: [0, 1])
    #expect(TableModel(ProspectIndex(people, weights: []), wish).leaving([1, 2, 3, 4]) == 2)
    wish.pinned = [2]
    #expect(TableModel(ProspectIndex(people, weights: []), wish).leaving([1, 2, 3, 4]) == 1)
    wish.pinned = [1, 2]
    #expect(TableModel(ProspectIndex(people, weights: []), wish).leaving([1, 2, 3, 4]) == nil)
    #expect(TableModel(ProspectIndex(people, weights: []), wish).leaving([1, 3, 4]) == nil)
  }
}
