import Testing

@testable import Core

@Suite("All rounds planned at once, for people who stay")
struct WholePlanTests {
  private static func people(_ count: Int) -> [String] { (0..<count).map { "p\($0)" } }

  private func plan(
    _ people: [String], limit: Int, rounds: Int = 4, history: [PersonPair: Int] = [:],
    by planner: RoundPlanner = RoundPlanner()
  ) -> WholePlan? {
    WholePlan(
      planner, present: people, tables: 20, tableLimit: limit, history: history, rounds: rounds, seed: 1, steps: 60_000)
  }

  private func seatings(_ plan: WholePlan, _ people: [String], limit: Int, rounds: Int = 4) -> [[[String]]] {
    (0..<rounds).compactMap { plan.seating(round: $0, present: people, tables: 20, tableLimit: limit) }
  }

  @Test("Each round seats everybody once, at tables within the limit", arguments: [13, 16, 20, 31, 50])
  func seatsEverybody(count: Int) throws {
    let people = Self.people(count)
    let rounds = seatings(try #require(plan(people, limit: 5)), people, limit: 5)
    #expect(rounds.count == 4)
    for round in rounds {
      #expect(round.joined().sorted() == people.sorted() && round.allSatisfy { (2...5).contains($0.count) })
    }
  }

  @Test("Nobody meets twice if that can be avoided, earlier pairs included, and the host meets everybody possible")
  func meets() throws {
    let people = Self.people(20)
    var planner = RoundPlanner()
    planner.must = Set(people.dropFirst().map { PersonPair("p0", $0) })
    let before = (0..<5).map { table in (0..<4).map { people[table * 4 + $0] } }
    let history = RoundPlanner.met(in: [before])
    let rounds = seatings(try #require(plan(people, limit: 4, history: history, by: planner)), people, limit: 4)
    let met = RoundPlanner.met(in: rounds)
    #expect(met.keys.count { $0.first == "p0" || $0.second == "p0" } == 12)
    #expect(met.count { history[$0.key] == nil } >= 110)
  }

  @Test("People who must be apart never sit together")
  func apart() throws {
    let people = Self.people(16)
    var planner = RoundPlanner()
    planner.apart = [PersonPair("p1", "p2"), PersonPair("p3", "p4")]
    let met = RoundPlanner.met(in: seatings(try #require(plan(people, limit: 4, by: planner)), people, limit: 4))
    #expect(planner.apart.allSatisfy { met[$0] == nil })
  }

  @Test("It is no plan for others: when somebody comes or goes, tables shrink, or no round is left")
  func others() throws {
    let people = Self.people(16)
    let whole = try #require(plan(people, limit: 4))
    #expect(whole.seating(round: 0, present: people.reversed(), tables: 5, tableLimit: 4) != nil)
    #expect(whole.seating(round: 0, present: Self.people(17), tables: 20, tableLimit: 4) == nil)
    #expect(whole.seating(round: 0, present: Array(people.dropLast()), tables: 20, tableLimit: 4) == nil)
    #expect(whole.seating(round: 0, present: people, tables: 20, tableLimit: 3) == nil)
    #expect(whole.seating(round: 4, present: people, tables: 20, tableLimit: 4) == nil)
  }

  @Test("Few people, or few rounds, need none")
  func few() {
    #expect(plan(Self.people(12), limit: 4) == nil && plan(Self.people(16), limit: 4, rounds: 2) == nil)
    #expect(plan([], limit: 4) == nil && plan(Self.people(16), limit: 1) == nil)
  }
}
