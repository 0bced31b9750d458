/// First seatings, without a thought for who meets whom.
enum Seats {
  /// Everybody who is there, by chance.
  static func shuffled(_ instance: RotationInstance, _ chance: inout Chance) -> [Seating] {
    instance.tableSizes.indices.map { round in
      seating(instance.present(in: round).shuffled(using: &chance), at: instance.tableSizes[round])
    }
  }

  /// Guests in their order at tables of these sizes.
  static func seating(_ guests: [Int], at sizes: [Int]) -> Seating {
    var start = 0
    return sizes.map { size in
      defer { start += size }
      return Array(guests[start..<(start + size)])
    }
  }
}
