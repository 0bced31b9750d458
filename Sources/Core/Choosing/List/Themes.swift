/// The subjects of a list that the party is about, those that go with them, and how strongly a shared one binds.
struct Themes {
  /// Nobody can talk about more facets than this in one evening.
  private static let mostFacets = 8
  /// The relevance from which a subject is part of what the party is about.
  private static let relevant = 0.35
  /// A subject goes with the party's if at least this share of its bearers, and no fewer than two of them, also have
  /// one of the party's.
  private static let companions = 0.5

  let facets: [Int]
  let neighbours: Set<Int>
  let weights: [Int]

  init(_ links: [[Int]], relevance: [Double]) {
    var bearers = Array(repeating: 0, count: relevance.count)
    for subject in links.joined() { bearers[subject] += 1 }
    let facets = relevance.indices.filter { relevance[$0] >= Self.relevant && bearers[$0] > 0 }
      .sorted { (relevance[$1], bearers[$1], $0) < (relevance[$0], bearers[$0], $1) }
      .prefix(Self.mostFacets)
    self.facets = Array(facets)
    neighbours = Self.neighbours(links, Set(facets), bearers)
    weights = Self.weights(bearers)
  }

  private static func neighbours(_ links: [[Int]], _ facets: Set<Int>, _ bearers: [Int]) -> Set<Int> {
    var together = Array(repeating: 0, count: bearers.count)
    for subjects in links where subjects.contains(where: { facets.contains($0) }) {
      for subject in subjects { together[subject] += 1 }
    }
    return Set(
      bearers.indices.filter {
        !facets.contains($0) && together[$0] > 1 && Double(together[$0]) >= companions * Double(bearers[$0])
      })
  }

  /// The rarest third of what can be shared binds most.
  private static func weights(_ bearers: [Int]) -> [Int] {
    let shared = bearers.filter { $0 > 1 }.sorted()
    guard let last = shared.last else { return bearers.map { _ in 3 } }
    let third = shared.count / 3
    let rare = shared[min(third, shared.count - 1)]
    let usual = shared.indices.contains(2 * third) ? shared[2 * third] : last
    return bearers.map { $0 <= rare ? 3 : $0 <= usual ? 2 : 1 }
  }
}
