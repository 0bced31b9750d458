/// A table being put together from a pool: the people who stand there, what everybody else would add, and the guests
/// who would be isolated.
struct TableSearch {
  /// The penalty for an isolated person during the search: little at first, so that the way to a good table may lead
  /// through one; prohibitive later.
  static let isolationPenalties: (first: Int32, last: Int32) = (60, 5000)

  let pool: TablePool
  /// Positions in the pool, with the host and the people who must stay first.
  private(set) var seats: [Int] = []
  private(set) var score: Int32 = 0
  /// For everybody in the pool: the sum of their pairs with the people at the table.
  private(set) var affinity: [Int32]
  /// For everybody in the pool: one bit per seat whose holder shares a topic with them.
  private(set) var partners: [UInt64]
  private(set) var isSeated: [Bool]
  private var ofOrganisation: [Int]
  private(set) var carriers: [Int]
  private(set) var gains: FacetGains
  private(set) var isolationPenalty = isolationPenalties.first

  init(_ pool: TablePool) {
    self.pool = pool
    affinity = Array(repeating: 0, count: pool.count)
    partners = Array(repeating: 0, count: pool.count)
    isSeated = Array(repeating: false, count: pool.count)
    ofOrganisation = Array(repeating: 0, count: (pool.organisations.max() ?? 0) + 1)
    carriers = Array(repeating: 0, count: min(64, pool.model.wish.facets.count))
    gains = FacetGains(pool.model)
    gains.set(carriers: carriers)
    for position in 0..<pool.fixed { add(position) }
  }

  var isFull: Bool { seats.count >= pool.size }

  mutating func add(_ newcomer: Int) {
    score += pool.linear[newcomer] + affinity[newcomer] + gains.gain(pool.facets[newcomer])
    let seat = seats.count
    seats.append(newcomer)
    count(newcomer, 1)
    let row = newcomer * pool.count
    for other in 0..<pool.count {
      affinity[other] += Int32(pool.pairs[row + other])
      if pool.sharing[row + other] { partners[other] |= 1 << UInt64(seat) }
    }
    gains.set(carriers: carriers)
  }

  mutating func exchange(seat: Int, for newcomer: Int) {
    let leaving = seats[seat]
    count(leaving, -1)
    gains.set(carriers: carriers)
    score -= pool.linear[leaving] + affinity[leaving] + gains.gain(pool.facets[leaving])
    score += pool.linear[newcomer] + affinity[newcomer] + gains.gain(pool.facets[newcomer])
    score -= Int32(pool.pairs[leaving * pool.count + newcomer])
    seats[seat] = newcomer
    count(newcomer, 1)
    gains.set(carriers: carriers)
    move(seat, from: leaving * pool.count, to: newcomer * pool.count)
  }

  private mutating func move(_ seat: Int, from old: Int, to new: Int) {
    let bit: UInt64 = 1 << UInt64(seat)
    for other in 0..<pool.count {
      affinity[other] += Int32(pool.pairs[new + other]) - Int32(pool.pairs[old + other])
      partners[other] = pool.sharing[new + other] ? partners[other] | bit : partners[other] & ~bit
    }
  }

  private mutating func count(_ person: Int, _ change: Int) {
    isSeated[person] = change > 0
    ofOrganisation[pool.organisations[person]] += change
    for facet in carriers.indices where pool.facets[person] >> UInt64(facet) & 1 == 1 { carriers[facet] += change }
  }

  /// The gains for the table without some of its seats.
  func gains(without seats: [Int]) -> FacetGains {
    var rest = carriers
    for seat in seats {
      let mask = pool.facets[self.seats[seat]]
      for facet in rest.indices where mask >> UInt64(facet) & 1 == 1 { rest[facet] -= 1 }
    }
    var gains = gains
    gains.set(carriers: rest)
    return gains
  }

  /// True if the rule on organisations lets somebody come while these others leave.
  func hasRoom(for newcomer: Int, leaving: [Int], coming: Int? = nil) -> Bool {
    let organisation = pool.organisations[newcomer]
    var number = ofOrganisation[organisation] + 1
    for person in leaving where pool.organisations[person] == organisation { number -= 1 }
    if let coming, pool.organisations[coming] == organisation { number += 1 }
    return number <= pool.model.wish.perOrganisation
  }

  /// The number of guests who share a topic with fewer than two others.
  var isolated: Int { seats.count { partners[$0].nonzeroBitCount < 2 } }

  /// From here on nobody may be isolated.
  mutating func forbidIsolation() { isolationPenalty = Self.isolationPenalties.last }
}
