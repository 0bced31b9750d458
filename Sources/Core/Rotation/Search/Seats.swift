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

  /// The same tables in the order of these sizes. A board has places for tables of certain sizes; a round laid out in another
  /// order would be torn apart.
  static func arranged(_ seating: Seating, at sizes: [Int]) -> Seating {
    var tables = Dictionary(grouping: seating, by: \.count)
    return sizes.map { tables[$0]?.popLast() ?? [] }
  }
}
