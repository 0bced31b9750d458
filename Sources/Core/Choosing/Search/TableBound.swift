/// For each person of a branch, the most that a table with them could be worth, in half points.
struct TableBound {
  let values: [Int32]
  /// The points each adds, without pairs among people still to come.
  let linear: [Int32]
  /// The number of pairs looked at.
  let cost: Int

  init(_ branch: Branch, _ proof: TableProof, free: Int) {
    let count = branch.people.count
    cost = 2 * count * count
    var halves = [Int32](repeating: 0, count: count)
    var fewer = halves
    Self.forEachRow(branch, proof.split.halves, proof.pool.count, free - 1, weight: 1, plus: fewer) { place, most in
      halves[place] = most.sum
      fewer[place] = most.sumWithoutLeast
    }
    let facets = branch.people.map { proof.pool.facets[$0] }
    let own = branch.linear.map { 2 * $0 }
    let share = FacetShare(branch, proof.pool.model, facets: facets, own: zip(own, halves).map { $0 + $1 }, free: free)
    let linear = zip(own, facets).map { $0 + share.value(of: $1) }
    var values = linear.map { 2 * branch.value + share.base + $0 }
    Self.forEachRow(
      branch, proof.pairs, proof.pool.count, free - 1, weight: 2, plus: zip(linear, fewer).map { $0 + $1 }
    ) { place, most in
      values[place] += most.sum
    }
    self.values = values
    self.linear = linear
  }

  /// For each person, the few greatest values over all others of their pair times a weight plus what the other brings.
  private static func forEachRow(
    _ branch: Branch, _ pairs: [Int16], _ width: Int, _ limit: Int, weight: Int32, plus: [Int32],
    _ body: (Int, MostOf) -> Void
  ) {
    var most = MostOf(limit)
    let count = branch.people.count
    pairs.withUnsafeBufferPointer { pairs in
      branch.people.withUnsafeBufferPointer { people in
        plus.withUnsafeBufferPointer { plus in
          for place in 0..<count {
            let row = UnsafeBufferPointer(rebasing: pairs[(people[place] * width)..<(people[place] * width + width)])
            most.reset(limit)
            for other in 0..<place { most.add(weight * Int32(row[people[other]]) + plus[other]) }
            for other in (place + 1)..<max(count, place + 1) {
              most.add(weight * Int32(row[people[other]]) + plus[other])
            }
            body(place, most)
          }
        }
      }
    }
  }
}

/// The sum of the few greatest of many numbers.
struct MostOf {
  private var greatest: [Int32]
  private var count = 0
  private var limit: Int
  /// Nothing below this can be among the greatest any more.
  private var least: Int32 = .min

  init(_ limit: Int) {
    self.limit = limit
    greatest = Array(repeating: .min, count: max(1, limit))
  }

  mutating func reset(_ limit: Int) {
    self.limit = limit
    count = 0
    least = limit == 0 ? .max : .min
  }

  @inline(__always)
  mutating func add(_ value: Int32) {
    if value > least { insert(value) }
  }

  private mutating func insert(_ value: Int32) {
    if count < limit { count += 1 }
    var place = count - 1
    while place > 0, greatest[place - 1] < value {
      greatest[place] = greatest[place - 1]
      place -= 1
    }
    greatest[place] = value
    if count == limit { least = greatest[count - 1] }
  }

  var sum: Int32 { greatest[..<count].reduce(0, +) }
  /// The sum for a limit that is one lower.
  var sumWithoutLeast: Int32 { count == limit && count > 0 ? sum - greatest[count - 1] : sum }
}

/// The way coverage still to be had is counted in a bound: a facet can add no more than what is left of it, and no more
/// than the sum of its carriers' gains; any mixture of the two is a bound as well. Values are half points.
struct FacetShare {
  /// In quarters: the portion of each facet that is counted as a whole, whoever comes.
  private var quarters: [Int32]
  private let gains: [Int32]
  private let remainders: [Int32]

  init(_ branch: Branch, _ model: TableModel, facets: [UInt64], own: [Int32], free: Int) {
    gains = branch.carriers.map { Int32(model.coverage(carriers: $0 + 1) - model.coverage(carriers: $0)) }
    remainders = branch.carriers.map { Int32(model.coverage(carriers: 2) - model.coverage(carriers: $0)) }
    quarters = Array(repeating: 0, count: branch.carriers.count)
    if free == 1 { return }
    var best = bound(facets, own, free)
    for facet in quarters.indices where remainders[facet] > 0 {
      for share: Int32 in 1...4 {
        let before = quarters[facet]
        quarters[facet] = share
        let bound = bound(facets, own, free)
        if bound < best { best = bound } else { quarters[facet] = before }
      }
    }
  }

  var base: Int32 { zip(quarters, remainders).reduce(0) { $0 + $1.0 * $1.1 / 2 } }

  func value(of mask: UInt64) -> Int32 {
    var value: Int32 = 0
    for facet in quarters.indices where mask >> UInt64(facet) & 1 == 1 {
      value += (4 - quarters[facet]) * gains[facet] / 2
    }
    return value
  }

  private func bound(_ facets: [UInt64], _ own: [Int32], _ free: Int) -> Int32 {
    var most = MostOf(free)
    most.reset(free)
    for (mask, own) in zip(facets, own) { most.add(own + value(of: mask)) }
    return base + most.sum
  }
}
