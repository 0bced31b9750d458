/// Branch and bound over everybody who might be chosen: it finds the best table, or proves that a known one is the
/// best.
///
/// A person is left out as soon as no table with them can beat the best one known. The bound adds their own points and
/// pairs and, for each seat that remains, the most that one more person could add; each pair among the people still to
/// come is divided between its two.
struct TableProof {
  /// Pairs that can't stand at one table because of hour, language or organisation.
  static let apart: Int16 = -16_000

  let pool: TablePool
  let pairs: [Int16]
  /// The portion of each pair counted on either person's side, in half points.
  private(set) var split: PairSplit
  private let starts: [UInt64]
  private let languages: [UInt64]
  /// The best so far: nil until something beats what was known.
  private(set) var best: [Int]?
  private(set) var score: Int32
  /// The number of pairs that may still be looked at: a limit on time that is the same on every machine.
  private(set) var budget: Int
  private var seats: [Int] = []

  /// - Parameters:
  ///   - pool: everybody who might be chosen.
  ///   - score: the points of the best table known.
  init(_ pool: TablePool, beating score: Int32, budget: Int) {
    self.pool = pool
    self.score = score
    self.budget = budget
    starts = pool.people.map { pool.model.starts[$0] }
    languages = pool.people.map { pool.model.index.languages[$0] }
    pairs = Self.pairs(pool, starts, languages)
    split = PairSplit(pairs, width: pool.count)
  }

  var isComplete: Bool { budget > 0 }

  mutating func run() {
    let fixed = 0..<pool.fixed
    var root = Branch(
      value: 0, starts: .max, languages: .max, carriers: Array(repeating: 0, count: pool.model.wish.facets.count))
    root.people = Array(0..<pool.count)
    root.linear = pool.linear
    for person in fixed {
      guard let position = root.people.firstIndex(of: person) else { return }
      seats.append(person)
      root = branch(root, taking: position, from: position + 1)
    }
    explore(root)
  }

  private static func pairs(_ pool: TablePool, _ starts: [UInt64], _ languages: [UInt64]) -> [Int16] {
    var pairs = pool.pairs
    let isAlone = pool.model.wish.perOrganisation < 2
    for one in 0..<pool.count {
      for other in 0..<pool.count
      where starts[one] & starts[other] == 0 || languages[one] & languages[other] == 0
        || isAlone && one != other && pool.organisations[one] == pool.organisations[other]
      { pairs[one * pool.count + other] = apart }
    }
    return pairs
  }

  private mutating func explore(_ branch: Branch) {
    let free = pool.size - seats.count
    if free == 0 { return settle(branch.value) }
    var branch = branch
    guard let seeking = restrict(&branch, free: free) else { return }
    while branch.people.count >= free, budget > 0 {
      let before = branch.people.count
      let bounds = TableBound(branch, self, free: free)
      budget -= bounds.cost
      let isKept = bounds.values.map { $0 > 2 * score }
      branch.keep { isKept[$0] }
      if free > 3, branch.people.count > free {
        let linear = bounds.linear.indices.filter { isKept[$0] }.map { bounds.linear[$0] }
        budget -= split.sharpen(branch, linear: linear, free: free)
      }
      if branch.people.count * 10 > before * 9 || free < 3 {
        return walk(branch, bounds.values.filter { $0 > 2 * score }, seeking: seeking.person)
      }
    }
  }

  /// Nobody may be isolated in the end: the guest who still lacks partners and has the fewest to choose from decides
  /// who may come next.
  /// - Returns: nil when somebody can no longer get enough partners.
  private func restrict(_ branch: inout Branch, free: Int) -> Seeking? {
    var seeking: (person: Int, choice: Int)?
    for person in seats {
      let lacking = 2 - seats.count { pool.sharing[person * pool.count + $0] }
      if lacking <= 0 { continue }
      let shares = branch.people.map { pool.sharing[person * pool.count + $0] }
      if lacking >= free { branch.keep { shares[$0] } }
      let choice = shares.count { $0 }
      if lacking > free || choice < lacking { return nil }
      if choice < seeking?.choice ?? .max { seeking = (person, choice) }
    }
    return Seeking(person: seeking?.person)
  }

  /// Takes one person after another, the most promising first, each with those behind them. Where somebody needs a
  /// partner, one of their partners must come: these stand first, and only they are taken.
  private mutating func walk(_ branch: Branch, _ bounds: [Int32], seeking: Int?) {
    var branch = branch
    let isHead = branch.people.map { person in seeking.map { pool.sharing[$0 * pool.count + person] } ?? true }
    let order = bounds.indices.sorted {
      (isHead[$1] ? 1 : 0, bounds[$1], $0) < (isHead[$0] ? 1 : 0, bounds[$0], $1)
    }
    branch.arrange(order)
    for (position, place) in order.enumerated() where isHead[place] && bounds[place] > 2 * score {
      if budget <= 0 { return }
      budget -= branch.people.count - position
      seats.append(branch.people[position])
      explore(self.branch(branch, taking: position, from: position + 1))
      seats.removeLast()
    }
  }

  /// The person who needs a partner next; nil where all have two.
  private struct Seeking {
    let person: Int?
  }

  private func branch(_ branch: Branch, taking position: Int, from next: Int) -> Branch {
    let person = branch.people[position]
    let mask = pool.facets[person]
    var child = Branch(
      value: branch.value + branch.linear[position], starts: branch.starts & starts[person],
      languages: branch.languages & languages[person], carriers: branch.carriers)
    for facet in child.carriers.indices where mask >> UInt64(facet) & 1 == 1 {
      child.value +=
        Int32(pool.model.coverage(carriers: child.carriers[facet] + 1))
        - Int32(pool.model.coverage(carriers: child.carriers[facet]))
      child.carriers[facet] += 1
    }
    let organisation = pool.organisations[person]
    let isCrowded = seats.count { pool.organisations[$0] == organisation } >= pool.model.wish.perOrganisation
    let row = person * pool.count
    for place in next..<max(next, branch.people.count) {
      let other = branch.people[place]
      let pair = pairs[row + other]
      if pair == Self.apart || child.starts & starts[other] == 0 || child.languages & languages[other] == 0 { continue }
      if isCrowded && pool.organisations[other] == organisation { continue }
      child.people.append(other)
      child.linear.append(branch.linear[place] + Int32(pair))
    }
    return child
  }

  private mutating func settle(_ value: Int32) {
    guard value > score else { return }
    let isWhole = seats.allSatisfy { one in seats.count { pool.sharing[one * pool.count + $0] } >= 2 }
    if isWhole { (best, score) = (seats, value) }
  }
}

/// A table with some seats taken, and the people who may still come.
struct Branch {
  /// Points of the people seated.
  var value: Int32
  var starts: UInt64
  var languages: UInt64
  var carriers: [Int]
  var people: [Int] = []
  /// For each of these, their fit and their pairs with the people seated.
  var linear: [Int32] = []

  init(value: Int32, starts: UInt64, languages: UInt64, carriers: [Int]) {
    self.value = value
    self.starts = starts
    self.languages = languages
    self.carriers = carriers
  }

  mutating func keep(_ isKept: (Int) -> Bool) {
    arrange(people.indices.filter(isKept))
  }

  mutating func arrange(_ order: [Int]) {
    people = order.map { people[$0] }
    linear = order.map { linear[$0] }
  }
}
