import Testing

@testable import Core

@Suite("Agreement with the reference checker", .enabled(if: ReferenceChecker.isThere))
struct ReferenceTests {
  @Test("Score and bounds agree to the point, for random seatings and for planned ones")
  func agrees() throws {
    var cases: [ReferenceChecker.Case] = []
    var expected: [ReferenceChecker.Verdict] = []
    for seed in 0..<400 as Range<UInt64> {
      let instance = try RandomParty.instance(seed, most: 24)
      let steps = seed.isMultiple(of: 4) ? 2000 : 0
      let schedule = damaged(RotationPlan(instance, seed: seed, limit: SearchLimit(steps: steps)).schedule, seed)
      cases.append(ReferenceChecker.Case(instance: ReferenceChecker.Fields(instance), schedule: schedule))
      expected.append(verdict(instance, schedule))
    }
    let verdicts = try ReferenceChecker.verdicts(cases)
    #expect(verdicts.count == expected.count)
    for (seed, pair) in zip(verdicts, expected).enumerated() { #expect(pair.0 == pair.1, "seed \(seed)") }
    #expect(Set(expected.map(\.ok)) == [true, false])
  }

  /// Every seventh schedule has somebody at a table without a seat for them.
  private func damaged(_ schedule: [Seating], _ seed: UInt64) -> [Seating] {
    guard seed.isMultiple(of: 7), schedule[0].count > 1, let guest = schedule[0][0].first else { return schedule }
    var damaged = schedule
    damaged[0][0].removeFirst()
    damaged[0][1].append(guest)
    return damaged
  }

  private func verdict(_ instance: RotationInstance, _ schedule: [Seating]) -> ReferenceChecker.Verdict {
    let score = RotationScore(schedule, instance)
    let bounds = RotationBounds(instance)
    return ReferenceChecker.Verdict(
      ok: ScheduleFault.all(in: schedule, instance).isEmpty, distinct: score.distinct, weighted: score.worth,
      mustMissed: score.missedMust, surplus: score.surplus, minMet: score.fewestMet, ubPairs: bounds.pairs,
      ubWeighted: bounds.worth)
  }
}
