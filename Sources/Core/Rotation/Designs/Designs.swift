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
