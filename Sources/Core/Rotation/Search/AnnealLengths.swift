/// The number of steps each anneal takes: a short one first, so that there is an answer soon, then longer ones, up to a
/// length beyond which a fresh start promises more. Small instances never need the long ones, large ones need all.
struct AnnealLengths {
  let first: Int
  /// No anneal is worthwhile with fewer steps than this.
  let least: Int
  private let most: Int

  init(_ instance: RotationInstance) {
    let swaps = instance.tableSizes
      .map { sizes in
        let seats = sizes.reduce(0, +)
        return seats * seats / 2
      }
      .reduce(0, +)
    first = 10_000
    least = first / 2
    starterShare = instance.hasNoWishes ? 8 : 3
    most = max(first, swaps * 1000)
  }

  /// `left` is the number of steps the limit will leave, if known: the last anneal is as long as what is left.
  func steps(_ attempt: Int, left: Int?) -> Int {
    let growing = (0..<min(attempt, 20)).reduce(first) { steps, _ in min(most, steps * 3) }
    guard let left else { return growing }
    return left < 2 * growing ? left * 9 / 10 : growing
  }

  /// For one attempt at a cyclic starter.
  let starter = 100_000

  /// The length of the search for starters, in anneals: where all guests are alike, starters promise more.
  let starterShare: Int

  /// For fitting a design to wishes.
  let fitting = 30_000
}
