extension TableSearch {
  /// Exchanges one person, then two at once, as long as the table gets better; a table with nobody isolated is never
  /// traded for one with somebody isolated.
  mutating func improve() {
    let before = self
    climb()
    if isolated > 0 {
      forbidIsolation()
      climb()
    }
    if before.isBetter(than: self) { self = before }
  }

  private mutating func climb() {
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
    let bonus = isolationPenalty * Int32(isolated)
    var best: Int32 = 0
    var found: (seat: Int, newcomer: Int)?
    for seat in pool.fixed..<max(pool.fixed, seats.count) {
      let vacancy = Vacancy(self, seat: seat)
      for newcomer in pool.fixed..<pool.count where !isSeated[newcomer] {
        let gain = vacancy.gain(newcomer, self) + bonus
        if gain <= best { continue }
        let worth = gain - isolationPenalty * Int32(vacancy.isolated(newcomer, self))
        if worth > best, hasRoom(for: newcomer, leaving: [seats[seat]]) { (best, found) = (worth, (seat, newcomer)) }
      }
    }
    return found
  }
}

/// A table with one seat free.
struct Vacancy {
  private let leaving: Int
  private let gains: FacetGains
  private let loss: Int32
  private let freed: UInt64
  /// Seats of guests with one partner left, and the number of guests with none.
  private var needy: UInt64 = 0
  private var lost = 0

  init(_ search: TableSearch, seat: Int) {
    leaving = search.seats[seat]
    gains = search.gains(without: [seat])
    loss = search.pool.linear[leaving] + search.affinity[leaving] + gains.gain(search.pool.facets[leaving])
    freed = 1 << UInt64(seat)
    for (other, person) in search.seats.enumerated() where other != seat {
      switch (search.partners[person] & ~freed).nonzeroBitCount {
      case 0: lost += 1
      case 1: needy |= 1 << UInt64(other)
      default: continue
      }
    }
  }

  /// The change in the table's points when somebody takes the seat.
  @inline(__always)
  func gain(_ newcomer: Int, _ search: TableSearch) -> Int32 {
    let pool = search.pool
    return pool.linear[newcomer] + search.affinity[newcomer] - Int32(pool.pairs[leaving * pool.count + newcomer])
      + gains.gain(pool.facets[newcomer]) - loss
  }

  /// The number of guests who would then share a topic with fewer than two others.
  func isolated(_ newcomer: Int, _ search: TableSearch) -> Int {
    let reached = search.partners[newcomer] & ~freed
    return lost + (needy & ~reached).nonzeroBitCount + (reached.nonzeroBitCount < 2 ? 1 : 0)
  }
}
