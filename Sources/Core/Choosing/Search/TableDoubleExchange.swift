extension TableSearch {
  typealias DoubleStep = (seats: (Int, Int), newcomers: (Int, Int))

  /// The number of newcomers looked at for each two seats.
  private static let breadth = 32

  /// Somebody who might come when two leave, and the points they would add alone.
  private struct Newcomer {
    let position: Int
    let value: Int32
    /// Their value, raised for a partner of somebody who lacks one.
    let rank: Int32
  }

  /// The first exchange of two people at once that adds something.
  func betterDoubleExchange() -> DoubleStep? {
    let free = pool.fixed..<max(pool.fixed, seats.count)
    let bonus = isolationPenalty * Int32(isolated)
    for one in free {
      for other in (one + 1)..<max(free.upperBound, one + 1) {
        if let newcomers = betterPair(for: (one, other), bonus) { return ((one, other), newcomers) }
      }
    }
    return nil
  }

  private func betterPair(for free: (Int, Int), _ bonus: Int32) -> (Int, Int)? {
    let leaving = (seats[free.0], seats[free.1])
    let gains = gains(without: [free.0, free.1])
    let loss = loss(leaving, gains)
    let newcomers = newcomers(for: leaving, gains, needy: needy(without: free))
    for (index, one) in newcomers.enumerated() {
      for other in newcomers[(index + 1)...] {
        let gain =
          one.value + other.value + Int32(pool.pairs[one.position * pool.count + other.position])
          - gains.overlap(pool.facets[one.position] & pool.facets[other.position]) - loss + bonus
        if gain <= 0 { continue }
        let pair = (one.position, other.position)
        if gain > isolationPenalty * Int32(isolated(with: pair, for: free)), hasRoom(for: pair, leaving) {
          return pair
        }
      }
    }
    return nil
  }

  private func loss(_ leaving: (Int, Int), _ gains: FacetGains) -> Int32 {
    let (one, other) = leaving
    return pool.linear[one] + affinity[one] + gains.gain(pool.facets[one])
      + pool.linear[other] + affinity[other] + gains.gain(pool.facets[other])
      - Int32(pool.pairs[one * pool.count + other]) - gains.overlap(pool.facets[one] & pool.facets[other])
  }

  /// Seats whose guests would lack a partner if two others left.
  private func needy(without free: (Int, Int)) -> UInt64 {
    let freed: UInt64 = 1 << UInt64(free.0) | 1 << UInt64(free.1)
    return seats.indices.reduce(0) { needy, seat in
      let isNeedy = freed >> UInt64(seat) & 1 == 0 && (partners[seats[seat]] & ~freed).nonzeroBitCount < 2
      return isNeedy ? needy | 1 << UInt64(seat) : needy
    }
  }

  /// The people who would add most alone, best first; partners of the needy rank higher, since two of them may be
  /// wanted at once.
  private func newcomers(for leaving: (Int, Int), _ gains: FacetGains, needy: UInt64) -> [Newcomer] {
    var best: [Newcomer] = []
    best.reserveCapacity(Self.breadth + 1)
    for position in pool.fixed..<pool.count where !isSeated[position] {
      let value =
        pool.linear[position] + affinity[position] - Int32(pool.pairs[leaving.0 * pool.count + position])
        - Int32(pool.pairs[leaving.1 * pool.count + position]) + gains.gain(pool.facets[position])
      let rank = value + isolationPenalty * Int32((partners[position] & needy).nonzeroBitCount)
      if best.count == Self.breadth, rank <= best[best.count - 1].rank { continue }
      let place = best.firstIndex { $0.rank < rank } ?? best.count
      best.insert(Newcomer(position: position, value: value, rank: rank), at: place)
      if best.count > Self.breadth { best.removeLast() }
    }
    return best
  }

  private func hasRoom(for pair: (Int, Int), _ leaving: (Int, Int)) -> Bool {
    hasRoom(for: pair.0, leaving: [leaving.0, leaving.1], coming: pair.1)
      && hasRoom(for: pair.1, leaving: [leaving.0, leaving.1], coming: pair.0)
  }

  private func isolated(with pair: (Int, Int), for free: (Int, Int)) -> Int {
    let freed: UInt64 = 1 << UInt64(free.0) | 1 << UInt64(free.1)
    let mutual = pool.sharing[pair.0 * pool.count + pair.1] ? 1 : 0
    var isolated = 0
    for newcomer in [pair.0, pair.1] where (partners[newcomer] & ~freed).nonzeroBitCount + mutual < 2 { isolated += 1 }
    for (seat, person) in seats.enumerated() where seat != free.0 && seat != free.1 {
      let row = person * pool.count
      let number =
        (partners[person] & ~freed).nonzeroBitCount + (pool.sharing[row + pair.0] ? 1 : 0)
        + (pool.sharing[row + pair.1] ? 1 : 0)
      if number < 2 { isolated += 1 }
    }
    return isolated
  }
}
