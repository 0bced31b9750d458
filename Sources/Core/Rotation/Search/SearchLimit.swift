/// How long a search may go on. A step is one proposed swap of two guests: about a tenth of a microsecond, optimised.
///
/// The same seed and number of steps give the same schedule. A clock only cuts the sequence of steps short.
package struct SearchLimit {
  package private(set) var stepsLeft: Int
  private let isOver: () -> Bool

  /// `isOver` is asked every few hundred steps; from then on the best schedule so far is handed back.
  package init(steps: Int = .max, isOver: @escaping () -> Bool = { false }) {
    stepsLeft = max(0, steps)
    self.isOver = isOver
  }

  var isSpent: Bool { stepsLeft == 0 }

  /// Takes up to `steps` and says how many may be done now: fewer, or none, near the end.
  mutating func take(_ steps: Int) -> Int {
    if stepsLeft > 0, isOver() { stepsLeft = 0 }
    let taken = min(steps, stepsLeft)
    stepsLeft -= taken
    return taken
  }
}
