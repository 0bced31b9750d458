import TestKit

@testable import Core

/// A random list and wish, small enough to try every table.
struct RandomTable {
  let people: [Prospect]
  let weights: [Int]
  var wish: TableWish

  init(seed: UInt64, people count: Int = 14, size: Int = 5, topics: Int = 12) {
    var dice = SeededGenerator(seed: seed)
    func some(_ most: Int) -> [Int] {
      (0..<Int.random(in: 1...most, using: &dice)).map { _ in Int.random(in: 0..<topics, using: &dice) }
    }
    people = (0..<count).map { person in
      Prospect(
        topics: some(4), offers: some(2), seeks: some(2), organisation: Int.random(in: 0..<6, using: &dice),
        seniority: Bool.random(using: &dice) ? Int.random(in: 1...5, using: &dice) : nil,
        country: Int.random(in: 0..<4, using: &dice), languages: UInt64.random(in: 1...7, using: &dice),
        hours: 0xFF & ~(1 << UInt64.random(in: 0..<12, using: &dice)),
        met: [Int.random(in: 0..<count, using: &dice)].filter { $0 != person })
    }
    weights = (0..<topics).map { _ in Int.random(in: 1...3, using: &dice) }
    wish = TableWish(host: 0, size: size, facets: Array(0..<4))
    wish.neighbours = [4, 5, 6]
    wish.starts = [0, 2, 4]
    wish.length = 3
    wish.pinned = Bool.random(using: &dice) ? [1] : []
    wish.excluded = [2]
    wish.leaning = Leaning(
      breadth: Int.random(in: -2...2, using: &dice), acquaintance: Int.random(in: -2...2, using: &dice),
      mixture: Int.random(in: -2...2, using: &dice), generations: Int.random(in: -2...2, using: &dice))
  }

  var index: ProspectIndex { ProspectIndex(people, weights: weights) }
  var planner: TablePlanner { TablePlanner(index, wish) }

  /// The most points of any table without a breach, found by trying all; nil if there is none.
  func best() -> Int? {
    let model = TableModel(index, wish)
    var best: Int?
    func complete(_ guests: [Int], from next: Int) {
      if guests.count == wish.size - 1 {
        if model.breaches(guests).isEmpty { best = max(best ?? .min, model.score(guests).total) }
        return
      }
      for person in next..<max(next, people.count) { complete(guests + [person], from: person + 1) }
    }
    complete([], from: 1)
    return best
  }
}
