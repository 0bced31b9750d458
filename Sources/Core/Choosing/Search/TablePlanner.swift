/// Proposes tables from one list.
package struct TablePlanner: Sendable {
  /// How much is looked at: for a first proposal, or after a small change of one.
  package enum Effort: Sendable {
    case thorough, quick

    var gatherings: Int { self == .thorough ? 3 : 2 }
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
    var dice = TableDice(seed: seed)
    var best: TableSearch?
    for gathering in promise.gatherings(limit: effort.gatherings) {
      let pool = promise.pool(gathering, limit: effort.people)
      for beginning in 0..<effort.beginnings {
        var search = TableSearch(pool)
        search.fill(beginning: beginning, &dice)
        search.improve()
        if search.isBetter(than: best) { best = search }
      }
    }
    let guests = best?.guests ?? []
    return TableProposal(guests, in: model, isBest: false)
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
