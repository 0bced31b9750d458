import Testing

@testable import Core

@Suite("The score of a rotation")
struct RotationScoreTests {
  @Test("A schedule that misses a wish to meet is worse, whatever its other merits")
  func wishesFirst() throws {
    let instance = try pairs(must: [GuestPair(0, 1)])
    let keeps = RotationScore([[[0, 1], [2, 3]], [[0, 1], [2, 3]]], instance)
    let misses = RotationScore([[[0, 2], [1, 3]], [[0, 3], [1, 2]]], instance)
    #expect(misses < keeps)
    #expect(misses.worth > keeps.worth)
  }

  @Test("A forbidden meeting is worse than any missed wish")
  func hardRulesFirst() throws {
    let instance = try pairs(must: [GuestPair(0, 1)], apart: [GuestPair(2, 3)])
    let breaks = RotationScore([[[0, 1], [2, 3]], [[0, 2], [1, 3]]], instance)
    let misses = RotationScore([[[0, 2], [1, 3]], [[0, 3], [1, 2]]], instance)
    #expect(breaks < misses)
    #expect((breaks.forbidden, misses.forbidden) == (1, 0))
  }

  @Test("Two pairs twice are better than one pair three times")
  func surplus() throws {
    let instance = try RotationInstance(guests: 4, perTable: 2, rounds: 4)
    let glued = RotationScore(
      [[[0, 1], [2, 3]], [[0, 1], [2, 3]], [[0, 1], [2, 3]], [[0, 2], [1, 3]]], instance)
    let spread = RotationScore(
      [[[0, 1], [2, 3]], [[0, 1], [2, 3]], [[0, 2], [1, 3]], [[0, 2], [1, 3]]], instance)
    #expect((glued.surplus, spread.surplus) == (6, 4))
    #expect(glued < spread)
  }

  @Test("A meeting of acquaintances counts with its own worth")
  func worths() throws {
    let plain = try RotationInstance(guests: 4, perTable: 2, rounds: 1)
    let instance = try RotationInstance(
      guestCount: 4, tableSizes: plain.tableSizes, presence: plain.presence, worths: [GuestPair(0, 1): 1],
      defaultWorth: 5)
    #expect(RotationScore([[[1, 0], [2, 3]]], instance).worth == 6)
  }

  @Test("A schedule's faults are named")
  func faults() throws {
    let instance = try pairs(apart: [GuestPair(0, 1)])
    #expect(ScheduleFault.all(in: [], instance) == [.rounds(0)])
    #expect(
      ScheduleFault.all(in: [[[0, 1], [2, 2]], [[0, 2, 1], [3]]], instance) == [
        .sitsTwice(round: 0), .seatedAreNotPresent(round: 0), .tableSizes(round: 1), .forbidden(GuestPair(0, 1)),
      ])
  }

  private func pairs(must: Set<GuestPair> = [], apart: Set<GuestPair> = []) throws -> RotationInstance {
    let plain = try RotationInstance(guests: 4, perTable: 2, rounds: 2)
    return try RotationInstance(
      guestCount: 4, tableSizes: plain.tableSizes, presence: plain.presence, apart: apart, must: must)
  }
}
