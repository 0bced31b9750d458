/// First seatings, made without regard to who meets whom.
enum Seats {
  /// Everybody present, in random order.
  static func shuffled(_ instance: RotationInstance, _ chance: inout Chance) -> [Seating] {
    instance.tableSizes.indices.map { round in
      seating(instance.present(in: round).shuffled(using: &chance), at: instance.tableSizes[round])
    }
  }

  /// Guests in order, at tables of these sizes.
  static func seating(_ guests: [Int], at sizes: [Int]) -> Seating {
    var start = 0
    return sizes.map { size in
      defer { start += size }
      return Array(guests[start..<(start + size)])
    }
  }

  /// The same tables, ordered by these sizes. A board has places for tables of certain sizes; a round laid out in
  /// another order would be torn apart.
  static func arranged(_ seating: Seating, at sizes: [Int]) -> Seating {
    var tables = Dictionary(grouping: seating, by: \.count)
    return sizes.map { tables[$0]?.popLast() ?? [] }
  }
}
