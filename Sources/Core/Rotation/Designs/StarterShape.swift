/// The way rounds can grow from a few: this many starters are developed around circles of so many places, while some
/// guests stand still; further rounds stand alone.
struct StarterShape: Equatable {
  let starters: Int
  let circle: Int
  let still: Int
  let furtherRounds: Int

  init(starters: Int, circle: Int, still: Int, furtherRounds: Int = 0) {
    self.starters = starters
    self.circle = circle
    self.still = still
    self.furtherRounds = furtherRounds
  }

  /// Shapes that may have no repeat at all, those with few starters first, since they are found fastest. Guests who
  /// stand still never meet: at most one at each table.
  static func withoutRepeats(tableSizes: [Int], rounds: Int) -> [StarterShape] {
    let guests = tableSizes.reduce(0, +)
    return (1...3).flatMap { starters in
      let least = (rounds + starters - 1) / starters
      return (least..<(least + 3))
        .filter { 2...guests ~= $0 && guests % $0 <= tableSizes.count }
        .map { StarterShape(starters: starters, circle: $0, still: guests % $0) }
    }
  }

  /// Shapes with few repeats and as many rounds as wanted, at least half of them developed. Shapes that leave one round
  /// undeveloped come first, large circles before small ones; those with more still guests than necessary come last.
  static func withFewRepeats(tableSizes: [Int], rounds: Int) -> [StarterShape] {
    let guests = tableSizes.reduce(0, +)
    let all = (2...max(2, rounds)).reversed().flatMap { circle in
      shapes(circle: circle, guests: guests, rounds: rounds).filter { $0.still <= min(tableSizes.count, guests - 1) }
    }
    let few = all.filter { $0.still < $0.circle }
    return few.filter { $0.furtherRounds == 1 } + few.filter { $0.furtherRounds != 1 }
      + all.filter { $0.still >= $0.circle }
  }

  private static func shapes(circle: Int, guests: Int, rounds: Int) -> [StarterShape] {
    (1...max(1, rounds / circle))
      .filter { $0 * circle <= rounds && 2 * $0 * circle >= rounds }
      .flatMap { starters in
        [guests % circle, guests % circle + circle].map { still in
          StarterShape(starters: starters, circle: circle, still: still, furtherRounds: rounds - starters * circle)
        }
      }
  }
}
