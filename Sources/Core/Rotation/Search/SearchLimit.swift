/// The time a search may take. A step is one proposed swap of two guests: about a tenth of a microsecond in an
/// optimised build.
///
/// With a limit in steps, the same seed gives the same schedule. With a limit by the clock, the lengths of anneals
/// follow the machine's speed.
package struct SearchLimit {
  private let most: Int
  private let spent: () -> Double
  private var steps = 0
  /// The share of the allowance used up: all of it from 1 on.
  private(set) var share = 0.0

  /// `spent` returns the share of the allowed time that has passed, from 0 to 1; it is asked every few hundred steps.
  /// From 1 on, the best schedule so far is returned.
  package init(steps: Int = .max, spent: @escaping () -> Double = { 0 }) {
    most = max(0, steps)
    self.spent = spent
    if most == 0 { share = 1 }
  }

  var isSpent: Bool { share >= 1 }

  /// About how many steps are left at the pace so far; nil before the first.
  var stepsLeft: Int? {
    guard steps > 0, share > 0 else { return nil }
    return Int(min(1e15, Double(steps) * max(0, 1 - share) / share))
  }

  /// Takes up to `wanted` steps and returns how many may be done now: fewer, or none, near the end.
  mutating func take(_ wanted: Int) -> Int {
    share = max(share, spent(), Double(steps) / Double(most))
    if isSpent { return 0 }
    let taken = min(wanted, most - steps)
    steps += taken
    if steps == most { share = 1 }
    return taken
  }
}
