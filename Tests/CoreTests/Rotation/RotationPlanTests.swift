import Testing

@testable import Core

@Suite("A planned rotation")
struct RotationPlanTests {
  @Test("Everybody present sits at exactly one table of the right size", arguments: 0..<60 as Range<UInt64>)
  func seatsEverybody(seed: UInt64) throws {
    let instance = try RandomParty.instance(seed)
    let plan = RotationPlan(instance, seed: seed, limit: SearchLimit(steps: 3000))
    let faults = ScheduleFault.all(in: plan.schedule, instance)
    #expect(
      faults.allSatisfy {
        if case .forbidden = $0 { true } else { false }
      })
  }

  @Test("Its figures match its schedule", arguments: 0..<60 as Range<UInt64>)
  func scoresItself(seed: UInt64) throws {
    let instance = try RandomParty.instance(seed)
    let plan = RotationPlan(instance, seed: seed, limit: SearchLimit(steps: 3000))
    #expect(plan.score == RotationScore(plan.schedule, instance))
  }

  @Test("No schedule exceeds the proven bounds", arguments: 0..<60 as Range<UInt64>)
  func staysBelowBounds(seed: UInt64) throws {
    let instance = try RandomParty.instance(seed)
    let plan = RotationPlan(instance, seed: seed, limit: SearchLimit(steps: 20_000))
    guard plan.score.forbidden == 0 else { return }
    #expect(plan.score.worth <= plan.bounds.worth)
    #expect(plan.score.distinct <= plan.bounds.pairs)
    #expect(plan.score.surplus >= plan.bounds.surplus)
    #expect(plan.score.fewestMet <= plan.bounds.fewestMet)
  }

  @Test("The same seed and number of steps give the same schedule")
  func isDeterministic() throws {
    let instance = try RandomParty.instance(7)
    let plans = (0..<2).map { _ in RotationPlan(instance, seed: 3, limit: SearchLimit(steps: 50_000)) }
    #expect(plans[0] == plans[1])
  }

  @Test("Even without a single step everybody has a seat")
  func needsNoSteps() throws {
    let instance = try RandomParty.instance(5)
    let plan = RotationPlan(instance, seed: 1, limit: SearchLimit(steps: 0))
    #expect(plan.schedule.map { $0.map(\.count) } == instance.tableSizes)
  }

  @Test("An instance solved by a known structure is proved best without a single step")
  func provesStructure() throws {
    let solved = try RotationInstance(guests: 16, perTable: 4, rounds: 5)
    #expect(RotationPlan(solved, seed: 1, limit: SearchLimit(steps: 0)).isBest)
    let open = try RotationInstance(guests: 10, perTable: 5, rounds: 3)
    #expect(!RotationPlan(open, seed: 1, limit: SearchLimit(steps: 50_000)).isBest)
  }

  /// Swaps alone reach the given number of pairs within some fifty million steps.
  @Test(
    "Where repeats can't be avoided, rounds developed from few come closer than swaps alone",
    arguments: [(24, 4, 8, 263), (33, 6, 8, 504)])
  func comesClose(guests: Int, perTable: Int, rounds: Int, bySwaps: Int) throws {
    let instance = try RotationInstance(guests: guests, perTable: perTable, rounds: rounds)
    #expect(RotationPlan(instance, seed: 1, limit: SearchLimit(steps: 3_000_000)).score.distinct > bySwaps)
  }

  @Test("An expired clock ends the search")
  func obeysTheClock() throws {
    let instance = try RotationInstance(guests: 20, perTable: 5, rounds: 8)
    var asked = 0
    let limit = SearchLimit(spent: {
      asked += 1
      return asked > 20 ? 1 : 0
    })
    _ = RotationPlan(instance, seed: 1, limit: limit)
    #expect(asked < 40)
  }

  @Test(
    "Where no repeat is needed there is none",
    arguments: [
      (12, 3, 4), (15, 3, 7), (16, 4, 5), (20, 4, 5), (25, 5, 6), (27, 3, 13), (36, 6, 3), (50, 6, 8), (10, 2, 9),
    ])
  func findsPerfectRounds(guests: Int, perTable: Int, rounds: Int) throws {
    let instance = try RotationInstance(guests: guests, perTable: perTable, rounds: rounds)
    let plan = RotationPlan(instance, seed: 1, limit: SearchLimit(steps: 3_000_000))
    #expect(plan.score.surplus == 0)
    #expect(plan.score.distinct == plan.bounds.meetings)
  }

  @Test("A structure that lacks one round stays whole while that is searched, even at uneven tables")
  func completesUnevenRounds() throws {
    let instance = try RotationInstance(guests: 33, perTable: 5, rounds: 8)
    let plan = RotationPlan(instance, seed: 1, limit: SearchLimit(steps: 300_000))
    // Seven rounds have 62 pairs without a repeat; in the eighth, two tables of four must repeat four of their six
    // pairs each.
    #expect(plan.score.distinct == 8 * 62 - 8)
  }

  @Test("Tables are laid out in the order of the places, whoever sits at them")
  func arranges() {
    let seating = [[0, 1], [2, 3, 4], [5, 6]]
    #expect(Seats.arranged(seating, at: [3, 2, 2]).map(\.count) == [3, 2, 2])
    #expect(Set(Seats.arranged(seating, at: [2, 3, 2]).map { Set($0) }) == Set(seating.map { Set($0) }))
  }

  @Test("People who must not meet don't, and people who must do, if a design fits the wishes")
  func fitsDesignsToWishes() throws {
    let plain = try RotationInstance(guests: 20, perTable: 4, rounds: 5)
    let instance = try RotationInstance(
      guestCount: 20, tableSizes: plain.tableSizes, presence: plain.presence,
      apart: [GuestPair(0, 1), GuestPair(2, 3)], must: [GuestPair(0, 5), GuestPair(0, 10)])
    let plan = RotationPlan(instance, seed: 1, limit: SearchLimit(steps: 200_000))
    #expect((plan.score.forbidden, plan.score.missedMust, plan.score.surplus) == (0, 0, 0))
  }

  @Test("The host meets everybody there is time to meet")
  func meetsHost() throws {
    let plain = try RotationInstance(guests: 13, perTable: 4, rounds: 4)
    let instance = try RotationInstance(
      guestCount: 13, tableSizes: plain.tableSizes, presence: plain.presence,
      must: Set((1..<10).map { GuestPair(0, $0) }))
    #expect(RotationPlan(instance, seed: 1, limit: SearchLimit(steps: 200_000)).score.missedMust == 0)
  }
}
