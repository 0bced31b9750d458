import Testing

@testable import Core

@Suite("The next round of a party that is going on")
struct RoundPlannerTests {
  private static let people = (1...12).map { "p\($0)" }

  @Test("Everybody present sits at exactly one table, and nobody else", arguments: 0..<40 as Range<UInt64>)
  func seatsEverybody(seed: UInt64) {
    var chance = Chance(seed: seed)
    let present = Self.people.filter { _ in chance.below(3) > 0 }
    let tables = 1 + chance.below(5)
    let seating = plan(RoundPlanner(), present, tables: tables, seed: seed)
    #expect(seating.count == tables)
    #expect(seating.joined().sorted() == present.sorted())
    #expect(seating.allSatisfy { $0.count != 1 } || present.count == 1)
  }

  @Test("Somebody who asks to stay is never moved", arguments: 0..<40 as Range<UInt64>)
  func keepsPlaces(seed: UInt64) {
    var chance = Chance(seed: seed)
    var staying: [String: Int] = [:]
    for person in Self.people where chance.below(3) == 0 { staying[person] = chance.below(3) }
    let seating = plan(RoundPlanner(), Self.people, staying: staying, roundsLeft: 2, seed: seed)
    for (person, table) in staying { #expect(seating[table].contains(person)) }
    #expect(seating.joined().sorted() == Self.people.sorted())
  }

  @Test("People who must be apart never sit together", arguments: 0..<20 as Range<UInt64>)
  func keepsApart(seed: UInt64) {
    var planner = RoundPlanner()
    planner.apart = [PersonPair("p1", "p2"), PersonPair("p2", "p3"), PersonPair("p4", "p1")]
    let met = RoundPlanner.met(in: [plan(planner, Self.people, seed: seed)])
    #expect(planner.apart.allSatisfy { met[$0] == nil })
  }

  @Test("Twelve people at tables of three meet nobody twice in four rounds")
  func findsNewPeople() {
    var rounds: [[[String]]] = []
    for left in stride(from: 4, to: 0, by: -1) {
      rounds.append(
        RoundPlanner().nextSeating(
          present: Self.people, tables: 4, tableLimit: 3, history: RoundPlanner.met(in: rounds), roundsLeft: left,
          seed: 1))
    }
    #expect(RoundPlanner.met(in: rounds).count >= 45)
  }

  @Test("The host meets new people before guests meet new people")
  func prefersWishes() {
    var planner = RoundPlanner()
    planner.must = Set(["p2", "p3", "p4"].map { PersonPair("p1", $0) })
    let seating = plan(planner, Self.people, seed: 1)
    #expect(seating.contains { Set($0) == ["p1", "p2", "p3", "p4"] })
  }

  @Test("No more tables are used than needed, and none is overfull without need", arguments: 1...12)
  func usesFewTables(people: Int) {
    let sizes = plan(RoundPlanner(), Array(Self.people.prefix(people)), tables: 6, seed: 1).map(\.count)
    #expect(sizes.allSatisfy { $0 <= 4 })
    #expect(sizes.count { $0 > 0 } == (people + 3) / 4)
  }

  @Test("Too many people for the tables are spread evenly")
  func overfull() {
    #expect(plan(RoundPlanner(), Self.people, tables: 2, seed: 1).map(\.count) == [6, 6])
  }

  @Test("People who have not met are listed, except those who must not")
  func notMet() {
    var planner = RoundPlanner()
    planner.apart = [PersonPair("a", "b")]
    let met = RoundPlanner.met(in: [[["c", "a"], ["b", "d"]]])
    #expect(
      planner.whoHasNotMet(present: ["d", "a", "b", "c"], history: met) == [
        PersonPair("a", "d"), PersonPair("b", "c"), PersonPair("c", "d"),
      ])
  }

  @Test("With nobody there, all tables are empty")
  func empty() {
    #expect(plan(RoundPlanner(), [], seed: 1) == [[], [], []])
  }

  @Test("The same seed gives the same seating")
  func isDeterministic() {
    #expect(plan(RoundPlanner(), Self.people, seed: 5) == plan(RoundPlanner(), Self.people.reversed(), seed: 5))
  }

  private func plan(
    _ planner: RoundPlanner, _ present: [String], tables: Int = 3, staying: [String: Int] = [:], roundsLeft: Int = 1,
    seed: UInt64
  ) -> [[String]] {
    planner.nextSeating(
      present: present, tables: tables, tableLimit: 4, history: [:], staying: staying, roundsLeft: roundsLeft,
      seed: seed)
  }
}
