/// Two guests who change places for the whole evening. Where all pairs are alike that changes nothing; with wishes it
/// leads from one good schedule to another, which single swaps would have to tear apart on the way.
extension SeatBoard {
  /// Lets two guests change places in every round in which both are there at different tables.
  func exchange(_ one: Int, _ other: Int) {
    forEachRound(one, other) { swap($0, $1) }
  }

  /// The cost of that exchange.
  func exchangeCost(_ one: Int, _ other: Int) -> Int32 {
    forEachRound(one, other) { left, right in
      count(at: left, 1)
      count(at: right, -1)
    }
    tally[one] = 0
    tally[other] = 0
    var cost: Int32 = 0
    for mate in 0..<guestCount where tally[mate] != 0 {
      cost &+= change(one * guestCount + mate, by: -tally[mate]) &+ change(other * guestCount + mate, by: tally[mate])
      tally[mate] = 0
    }
    return cost
  }

  @inline(__always)
  private func forEachRound(_ one: Int, _ other: Int, _ body: (Int, Int) -> Void) {
    for round in 0..<roundCount {
      let left = Int(place[one * roundCount + round])
      let right = Int(place[other * roundCount + round])
      if left >= 0, right >= 0, !isSameTable(left, right) { body(left, right) }
    }
  }

  @inline(__always)
  private func count(at seat: Int, _ times: Int32) {
    for seat in Int(table[seat].start)..<Int(table[seat].end) { tally[Int(guest[seat])] &+= times }
  }

  @inline(__always)
  private func change(_ pair: Int, by difference: Int32) -> Int32 {
    cost(of: meetings[pair] &+ difference, first[pair]) &- cost(of: meetings[pair], first[pair])
  }

  /// The cost of a pair that meets so often.
  @inline(__always)
  private func cost(of times: Int32, _ first: Int32) -> Int32 {
    if times == 0 { return 0 }
    return first > 0 ? first &* times : first &+ again &* (times &* (times &- 1) / 2)
  }
}
