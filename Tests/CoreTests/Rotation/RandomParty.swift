@testable import Core

/// An invented party with late arrivals, early leavers and wishes, from a seed.
enum RandomParty {
  static func instance(_ seed: UInt64, most: Int = 14) throws -> RotationInstance {
    var chance = Chance(seed: seed)
    let guests = 3 + chance.below(most - 2)
    let rounds = 1 + chance.below(5)
    let presence = (0..<guests).map { _ in stay(rounds, &chance) }
    let sizes = (0..<rounds).map { round in
      TableSizes.even(presence.count { $0.contains(round) }, near: 2 + chance.below(4))
    }
    let worths = Dictionary(
      pairs(guests, one: 6, &chance).map { ($0, 1 + chance.below(3)) }, uniquingKeysWith: { one, _ in one })
    return try RotationInstance(
      guestCount: guests, tableSizes: sizes, presence: presence, apart: Set(pairs(guests, one: 20, &chance)),
      must: Set(pairs(guests, one: 8, &chance)), worths: worths, defaultWorth: 5)
  }

  private static func stay(_ rounds: Int, _ chance: inout Chance) -> Set<Int> {
    let first = chance.below(4) == 0 ? chance.below(rounds) : 0
    let last = chance.below(4) == 0 ? first + chance.below(rounds - first) : rounds - 1
    return Set(first...last)
  }

  /// About one pair in so many.
  private static func pairs(_ guests: Int, one inMany: Int, _ chance: inout Chance) -> [GuestPair] {
    var pairs: [GuestPair] = []
    for low in 0..<guests {
      for high in (low + 1)..<max(low + 1, guests) where chance.below(inMany) == 0 {
        pairs.append(GuestPair(low, high))
      }
    }
    return pairs
  }
}
