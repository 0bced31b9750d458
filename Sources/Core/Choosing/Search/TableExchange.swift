extension TableSearch {
  /// Exchanges one person, then two at once, as long as that makes the table better.
  mutating func improve() {
    while true {
      if let step = bestExchange() {
        exchange(seat: step.seat, for: step.newcomer)
      } else if let step = betterDoubleExchange() {
        exchange(seat: step.seats.0, for: step.newcomers.0)
        exchange(seat: step.seats.1, for: step.newcomers.1)
      } else {
        return
      }
    }
  }

  /// The exchange of one person that adds most; nil when none adds anything.
  func bestExchange() -> (seat: Int, newcomer: Int)? {
    let bonus = Self.isolationPenalty * Int32(isolated)
    var best: Int32 = 0
    var found: (seat: Int, newcomer: Int)?
    for seat in pool.fixed..<max(pool.fixed, seats.count) {
      let leaving = seats[seat]
      let gains = gains(without: [seat])
      let loss = pool.linear[leaving] + affinity[leaving] + gains.gain(pool.facets[leaving])
      let rest = Rest(self, without: seat)
      let row = leaving * pool.count
      for newcomer in pool.fixed..<pool.count where !isSeated[newcomer] {
        let gain =
          pool.linear[newcomer] + affinity[newcomer] - Int32(pool.pairs[row + newcomer])
          + gains.gain(pool.facets[newcomer]) - loss + bonus
        if gain <= best { continue }
        let worth = gain - Self.isolationPenalty * Int32(rest.isolated(with: partners[newcomer]))
        if worth > best, hasRoom(for: newcomer, leaving: [leaving]) {
          best = worth
          found = (seat, newcomer)
        }
      }
    }
    return found
  }

  /// Who would be isolated at a table with one seat free.
  private struct Rest {
    private let freed: UInt64
    /// Those with one partner left, and how many have none.
    private var needy: UInt64 = 0
    private var lost = 0

    init(_ search: TableSearch, without seat: Int) {
      freed = 1 << UInt64(seat)
      for (other, person) in search.seats.enumerated() where other != seat {
        switch (search.partners[person] & ~freed).nonzeroBitCount {
        case 0: lost += 1
        case 1: needy |= 1 << UInt64(other)
        default: continue
        }
      }
    }

    func isolated(with partners: UInt64) -> Int {
      let reached = partners & ~freed
      return lost + (needy & ~reached).nonzeroBitCount + (reached.nonzeroBitCount < 2 ? 1 : 0)
    }
  }
}
