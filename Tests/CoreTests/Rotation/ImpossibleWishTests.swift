import Testing

@testable import Core

@Suite("Wishes nobody can fulfil")
struct ImpossibleWishTests {
  @Test("People who must meet but are never there together are named")
  func never() throws {
    let instance = try instance(presence: [[0], [1], [0, 1], [0, 1]], must: [GuestPair(0, 1)])
    let wishes = ImpossibleWish.all(in: instance)
    #expect(wishes == [.neverThereTogether(GuestPair(0, 1))])
    #expect(wishes[0].sentence { ["Ada", "Bob"][$0] } == "Ada and Bob must meet but are never there together.")
  }

  @Test("People who must meet and must not are named")
  func contradiction() throws {
    let instance = try instance(must: [GuestPair(0, 1)], apart: [GuestPair(0, 1)])
    #expect(ImpossibleWish.all(in: instance) == [.contradiction(GuestPair(0, 1))])
  }

  @Test("Somebody who must meet more people than sit beside them is named")
  func tooMany() throws {
    let must = Set([1, 2, 3].map { GuestPair(0, $0) })
    #expect(
      ImpossibleWish.all(in: try instance(must: must)) == [.tooManyToMeet(guest: 0, wished: 3, possible: 2)])
  }

  @Test("Three who must be apart from each other don't fit two tables")
  func tooFewTables() throws {
    let apart: Set = [GuestPair(0, 1), GuestPair(0, 2), GuestPair(1, 2)]
    let wishes = ImpossibleWish.all(in: try instance(apart: apart))
    #expect(wishes.contains(.tooFewTables(guests: [0, 1, 2], round: 0)))
  }

  @Test("Somebody nobody may sit with is named")
  func nobody() throws {
    let apart = Set([1, 2, 3].map { GuestPair(0, $0) })
    #expect(ImpossibleWish.all(in: try instance(apart: apart)).contains(.nobodyToSitWith(guest: 0, round: 0)))
  }

  @Test("A party without wishes has nothing to report")
  func none() throws {
    #expect(ImpossibleWish.all(in: try instance()).isEmpty)
  }

  private func instance(
    presence: [Set<Int>] = Array(repeating: [0, 1], count: 4), must: Set<GuestPair> = [], apart: Set<GuestPair> = []
  ) throws -> RotationInstance {
    let sizes = (0..<2).map { round in TableSizes.even(presence.count { $0.contains(round) }, near: 2) }
    return try RotationInstance(
      guestCount: presence.count, tableSizes: sizes, presence: presence, apart: apart, must: must)
  }
}
