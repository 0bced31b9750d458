/// Proposes tables from one list.
package struct TablePlanner: Sendable {
  package let model: TableModel
  let promise: Promise

  package init(_ index: ProspectIndex, _ wish: TableWish) {
    model = TableModel(index, wish)
    promise = Promise(model)
  }

  private init(_ model: TableModel, _ promise: Promise) {
    self.model = model
    self.promise = promise
  }

  /// The same wish with other pins and exclusions, for the next proposal: all that was worked out about the list is
  /// kept.
  package func changed(pinned: [Int], excluded: Set<Int>) -> TablePlanner {
    let model = model.changed(pinned: pinned, excluded: excluded)
    return TablePlanner(model, promise.changed(model))
  }

  /// - Parameter guests: an earlier proposal to start from.
  package func propose(seed: UInt64, effort: PlanningEffort = .thorough, near guests: [Int] = []) -> TableProposal {
    let isShort = promise.people.count <= effort.provable
    let look = search(seed, isShort ? effort : effort.forLongList, near: guests)
    let found = TableProposal(look?.guests ?? [], in: model, isBest: false)
    if effort.provable == 0 || !isProvable { return found }
    if isShort {
      return best(among: promise.people, beating: found, budget: effort.budget)
    }
    return refined(found, effort)
  }

  /// For a list too long to look at whole: the best table among people who go well with the one found, and then once
  /// more around that one.
  private func refined(_ found: TableProposal, _ effort: PlanningEffort) -> TableProposal {
    var table = found
    for _ in 0..<effort.refinements {
      let company = promise.company(of: table.guests, limit: effort.company)
      let next = best(among: company, beating: table, budget: effort.excerptBudget)
      if next.guests == table.guests { break }
      table = next
    }
    return TableProposal(table.guests, in: model, isBest: false)
  }

  private func search(_ seed: UInt64, _ effort: PlanningEffort, near guests: [Int]) -> TableSearch? {
    var dice = TableDice(seed: seed)
    let guests = guests.filter { promise.mayCome($0) }
    let first = promise.gatherings(limit: effort.gatherings, for: guests).map { gathering in
      let pool = promise.pool(gathering, limit: effort.people / 2, with: guests)
      return (gathering, table: best(in: pool, beginnings: 0..<2, guests, &dice))
    }
    let ranked = first.enumerated().sorted { left, right in
      if left.element.table.isBetter(than: right.element.table) { return true }
      return !right.element.table.isBetter(than: left.element.table) && left.offset < right.offset
    }
    guard var best = ranked.first?.element.table else { return nil }
    for (gathering, _) in ranked.prefix(effort.favourites).map(\.element) {
      let table = self.best(
        in: promise.pool(gathering, limit: effort.people), beginnings: 1..<effort.beginnings, [], &dice)
      if table.isBetter(than: best) { best = table }
    }
    return best
  }

  private func best(in pool: TablePool, beginnings: Range<Int>, _ guests: [Int], _ dice: inout TableDice) -> TableSearch
  {
    var best = guests.isEmpty ? nil : improved(pool, guests)
    for beginning in beginnings {
      var search = TableSearch(pool)
      search.fill(beginning: beginning, &dice)
      search.improve()
      if search.isBetter(than: best) { best = search }
    }
    return best ?? TableSearch(pool)
  }

  private func improved(_ pool: TablePool, _ guests: [Int]) -> TableSearch {
    var search = TableSearch(pool)
    search.fill(first: guests)
    search.improve()
    return search
  }

  private var isProvable: Bool { model.wish.size <= 16 && promise.pinned.count < model.wish.size }

  /// The best table among these people, if it can be established within the budget.
  private func best(among people: [Int], beating known: TableProposal, budget: Int) -> TableProposal {
    let fixed = [model.wish.host] + promise.pinned
    let pool = TablePool(fixed + people, fixed: fixed.count, in: model)
    let score = known.breaches.isEmpty ? Int32(known.score.total) : -10_000
    var proof = TableProof(pool, beating: score, budget: budget)
    proof.run()
    let guests = proof.best.map { $0.dropFirst().map { pool.people[$0] } }
    return TableProposal(guests ?? known.guests, in: model, isBest: proof.isComplete)
  }
}

extension TableSearch {
  var guests: [Int] { seats.dropFirst().map { pool.people[$0] } }

  func isBetter(than other: TableSearch?) -> Bool {
    guard let other else { return true }
    return (seats.count, -isolated, score) > (other.seats.count, -other.isolated, other.score)
  }

  /// Fills the table, always with the person who adds most; every beginning but the first starts by seating two people
  /// by chance.
  mutating func fill(beginning: Int, _ dice: inout TableDice) {
    let promising = pool.fixed..<min(pool.count, pool.fixed + 60)
    for _ in 0..<(beginning == 0 ? 0 : 2) where !isFull {
      if let guest = promising.randomElement(using: &dice), !isSeated[guest], hasRoom(for: guest, leaving: []) {
        add(guest)
      }
    }
    while !isFull, let guest = bestNewcomer { add(guest) }
  }

  /// Seats these people first, then whoever adds most.
  mutating func fill(first guests: [Int]) {
    let wanted = Set(guests)
    for position in pool.fixed..<max(pool.fixed, pool.count)
    where wanted.contains(pool.people[position]) && !isFull && hasRoom(for: position, leaving: []) {
      add(position)
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

/// Chance from a seed (SplitMix64): the same seed finds the same table.
struct TableDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
