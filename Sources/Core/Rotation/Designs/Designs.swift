/// Schedules from mathematical structure, for guests who are there all the time at tables that stay the same.
enum Designs {
  /// As many rounds without repeats as a known structure gives for these tables, at most `rounds`; of several
  /// structures, the one that gives most. Empty if none fits.
  static func rounds(_ instance: RotationInstance) -> [Seating] {
    guard instance.isUniform, let sizes = instance.tableSizes.first?.sorted(by: >) else { return [] }
    let found = [
      roundRobin(sizes), TransversalDesign.rounds(tableSizes: sizes), BoseDesign.rounds(tableSizes: sizes),
      lines(sizes),
    ].compactMap { $0 }
    let longest = found.max { $0.count < $1.count } ?? []
    return Array(longest.prefix(instance.rounds))
  }

  private static func roundRobin(_ sizes: [Int]) -> [Seating]? {
    sizes.allSatisfy { $0 == 2 } ? RoundRobin.rounds(guests: 2 * sizes.count) : nil
  }

  private static func lines(_ sizes: [Int]) -> [Seating]? {
    guard let size = sizes.first, sizes.allSatisfy({ $0 == size }) else { return nil }
    return AffineGeometry.rounds(guests: size * sizes.count, perTable: size)
  }
}

/// Everybody meets everybody else once, in pairs: the circle method of tournaments.
enum RoundRobin {
  /// One guest stays, all others move on by one place each round. Nil unless the number of guests is even.
  static func rounds(guests: Int) -> [Seating]? {
    guard guests.isMultiple(of: 2), guests > 1 else { return nil }
    let circle = guests - 1
    return (0..<circle).map { turn in
      [[circle, turn]]
        + (1..<(guests / 2)).map { distance in
          [(turn + distance) % circle, (turn + circle - distance) % circle]
        }
    }
  }
}
