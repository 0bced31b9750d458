/// Proposes tables from one list.
package struct TablePlanner: Sendable {
  /// How much is looked at: for a first proposal, or after a small change of one.
  package enum Effort: Sendable {
    case thorough, quick

    var gatherings: Int { self == .thorough ? 10 : 4 }
    var favourites: Int { self == .thorough ? 3 : 1 }
    var people: Int { self == .thorough ? 300 : 200 }
    var beginnings: Int { self == .thorough ? 8 : 3 }
  }

  package let model: TableModel
  private let promise: Promise

  package init(_ index: ProspectIndex, _ wish: TableWish) {
    model = TableModel(index, wish)
    promise = Promise(model)
  }

  package func propose(seed: UInt64, effort: Effort = .thorough) -> TableProposal {
    let found = TableProposal(search(seed, effort)?.guests ?? [], in: model, isBest: false)
    return effort == .thorough && isProvable ? proved(found) : found
  }

  private func search(_ seed: UInt64, _ effort: Effort) -> TableSearch? {
    var dice = TableDice(seed: seed)
    let first = promise.gatherings(limit: effort.gatherings).map { gathering in
      (gathering, table: best(in: promise.pool(gathering, limit: effort.people / 2), beginnings: 0..<2, &dice))
    }
    let ranked = first.enumerated().sorted { left, right in
      if left.element.table.isBetter(than: right.element.table) { return true }
      return !right.element.table.isBetter(than: left.element.table) && left.offset < right.offset
    }
    guard var best = ranked.first?.element.table else { return nil }
    for (gathering, _) in ranked.prefix(effort.favourites).map(\.element) {
      let table = self.best(in: promise.pool(gathering, limit: effort.people), beginnings: 1..<effort.beginnings, &dice)
      if table.isBetter(than: best) { best = table }
    }
    return best
  }

  private func best(in pool: TablePool, beginnings: Range<Int>, _ dice: inout TableDice) -> TableSearch {
    var best: TableSearch?
    for beginning in beginnings {
      var search = TableSearch(pool)
      search.fill(beginning: beginning, &dice)
      search.improve()
      if search.isBetter(than: best) { best = search }
    }
    return best ?? TableSearch(pool)
  }

  private var isProvable: Bool { promise.people.count <= Self.provable && model.wish.size <= 16 }
  private static let provable = 1500
  /// Pairs that a proof looks at before it gives up.
  private static let budget = 400_000_000

  /// The best table there is, if it can be told within the budget.
  private func proved(_ known: TableProposal) -> TableProposal {
    let fixed = [model.wish.host] + promise.pinned
    guard fixed.count <= model.wish.size else { return known }
    let pool = TablePool(fixed + promise.people, fixed: fixed.count, in: model)
    let score = known.breaches.isEmpty ? Int32(known.score.total) : -10_000
    var proof = TableProof(pool, beating: score, budget: Self.budget)
    proof.run()
    let guests = proof.best.map { $0.dropFirst().map { pool.people[$0] } }
    var x = TableProposal(guests ?? known.guests, in: model, isBest: proof.isComplete)
    x.work = Self.budget - proof.budget
    return x
  }
}

extension TableSearch {
  var guests: [Int] { seats.dropFirst().map { pool.people[$0] } }

  func isBetter(than other: TableSearch?) -> Bool {
    guard let other else { return true }
    return (seats.count, -isolated, score) > (other.seats.count, -other.isolated, other.score)
  }

  /// Fills the table, always with whoever adds most; every beginning but the first seats two by chance before.
  mutating func fill(beginning: Int, _ dice: inout TableDice) {
    let promising = pool.fixed..<min(pool.count, pool.fixed + 60)
    for _ in 0..<(beginning == 0 ? 0 : 2) where !isFull {
      if let guest = promising.randomElement(using: &dice), !isSeated[guest], hasRoom(for: guest, leaving: []) { add(guest) }
    }
    while !isFull, let guest = bestNewcomer { add(guest) }
  }

  private var bestNewcomer: Int? {
    var best: Int32 = .min
    var found: Int?
    for position in pool.fixed..<pool.count where !isSeated[position] {
      let value = pool.linear[position] + affinity[position] + gains.gain(pool.facets[position])
      if value > best, hasRoom(for: position, leaving: []) { (best, found) = (value, position) }
    }
    return found
  }
}
