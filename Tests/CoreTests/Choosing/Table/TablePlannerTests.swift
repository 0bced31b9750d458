import Testing

@testable import Core

@Suite("Choosing a table")
struct TablePlannerTests {
  @Test("For a small list the best table is found, and declared the best", arguments: 1...80)
  func best(_ seed: UInt64) {
    let table = RandomTable(seed: seed)
    let proposal = table.planner.propose(seed: seed)
    guard let best = table.best() else {
      #expect(!proposal.breaches.isEmpty && !proposal.isBest)
      return
    }
    #expect(proposal.breaches == [])
    #expect(proposal.score.total == best)
    #expect(proposal.isBest)
  }

  @Test("If a table keeps all rules, a quick proposal keeps them too", arguments: 1...80)
  func quick(_ seed: UInt64) {
    let table = RandomTable(seed: seed, people: 40, size: 6, topics: 14)
    let thorough = table.planner.propose(seed: seed)
    let quick = table.planner.propose(seed: seed, effort: .quick, near: thorough.guests)
    #expect(quick.breaches.isEmpty == thorough.breaches.isEmpty)
    #expect(quick.score.total <= thorough.score.total || !thorough.breaches.isEmpty)
    #expect(quick.score.total == thorough.score.total, "it began with the best")
  }

  @Test("After a pin or an exclusion the same planner, changed, proposes what a new one would", arguments: 1...20)
  func changed(_ seed: UInt64) {
    var table = RandomTable(seed: seed, people: 40, size: 6, topics: 12)
    let planner = table.planner
    table.wish.pinned = [5]
    table.wish.excluded = [2, 9]
    let changed = planner.changed(pinned: [5], excluded: [2, 9])
    #expect(changed.propose(seed: seed).guests == table.planner.propose(seed: seed).guests)
  }

  @Test("A pin that few share a topic with finds its partners in a long list")
  func remotePin() {
    var people = (0..<600).map { Prospect(topics: [0, 1, 2 + $0 % 5], organisation: $0) }
    people[10] = Prospect(topics: [9], organisation: 10)
    for friend in [300, 599] { people[friend] = Prospect(topics: [0, 9], organisation: friend) }
    var wish = TableWish(host: 0, size: 6, facets: [0, 1])
    wish.pinned = [10]
    let planner = TablePlanner(ProspectIndex(people, weights: []), wish)
    var short = PlanningEffort.thorough
    short.budget = 3_000_000
    for effort in [short, .quick] {
      let proposal = planner.propose(seed: 1, effort: effort)
      #expect(proposal.breaches == [])
      #expect(Set([10, 300, 599]).isSubset(of: proposal.guests))
    }
  }

  @Test("The same seed gives the same table", arguments: 1...10)
  func repeatable(_ seed: UInt64) {
    let table = RandomTable(seed: seed, people: 60, size: 7, topics: 20)
    #expect(table.planner.propose(seed: 5).guests == table.planner.propose(seed: 5).guests)
  }

  @Test("A pin is added and an exclusion removed, whatever was there before", arguments: 1...40)
  func changes(_ seed: UInt64) throws {
    var table = RandomTable(seed: seed, people: 40, size: 6, topics: 10)
    table.wish.pinned = []
    let before = table.planner.propose(seed: seed)
    guard before.breaches.isEmpty, let leaving = before.guests.first else { return }
    table.wish.excluded.insert(leaving)
    let after = table.planner.propose(seed: seed, effort: .quick, near: before.guests)
    #expect(!after.guests.contains(leaving))
    let outside = try #require((1..<40).first { !before.guests.contains($0) && !table.wish.excluded.contains($0) })
    table.wish.pinned = [outside]
    #expect(table.planner.propose(seed: seed, effort: .quick, near: before.guests).guests.contains(outside))
  }

  @Test("Pins that can't go together are kept, and the broken rule is named")
  func impossible() {
    var table = RandomTable(seed: 3, people: 12, size: 5)
    table.wish.pinned = [4, 5]
    var people = table.people
    people[4].languages = 1
    people[5].languages = 2
    let proposal = TablePlanner(ProspectIndex(people, weights: table.weights), table.wish).propose(seed: 1)
    #expect(Set([4, 5]).isSubset(of: proposal.guests))
    #expect(proposal.breaches.contains(.noCommonLanguage))
    #expect(!proposal.isBest)
  }

  @Test("A list that is too short gives what table it can, and reports it")
  func short() {
    var table = RandomTable(seed: 4, people: 4, size: 8)
    table.wish.pinned = []
    let proposal = table.planner.propose(seed: 1)
    #expect(proposal.guests.count < 7)
    #expect(proposal.breaches.contains(.size(proposal.guests.count + 1)))
  }

  @Test("An empty list makes an empty table")
  func empty() {
    let index = ProspectIndex([Prospect(topics: [])], weights: [])
    let planner = TablePlanner(index, TableWish(host: 0, size: 8, facets: []))
    let proposal = planner.propose(seed: 1)
    #expect(proposal.guests == [])
    #expect(planner.reserves(for: proposal).ranked == [])
  }
}
