/// How rounds can arise from a few: that many starters, developed around circles of so many places.
struct StarterShape: Equatable {
  let starters: Int
  let circle: Int

  /// Few starters first, for they are found fastest. Those who stand still never meet: at most one at each table.
  static func all(tableSizes: [Int], rounds: Int) -> [StarterShape] {
    let guests = tableSizes.reduce(0, +)
    return (1...3).flatMap { starters in
      let least = (rounds + starters - 1) / starters
      return (least..<(least + 3))
        .filter { 2...guests ~= $0 && guests % $0 <= tableSizes.count }
        .map { StarterShape(starters: starters, circle: $0) }
    }
  }
}
