/// A list seen with one wish in mind: everybody's fit, and the hours at which each can come.
package struct TableModel: Sendable {
  package let index: ProspectIndex
  package private(set) var wish: TableWish
  /// One bit per facet of the party, for each person.
  let facets: [UInt64]
  /// The points each person brings to the topic, whoever else is there: 0…24.
  let fits: [Int32]
  /// One bit per start of the wish at which the person is free for the whole length; all set when the hour doesn't
  /// matter.
  let starts: [UInt64]

  /// Ignores facets beyond the 64th.
  package init(_ index: ProspectIndex, _ wish: TableWish) {
    self.index = index
    self.wish = wish
    var facetOf = [Int8](repeating: -1, count: index.weights.count)
    for (number, topic) in wish.facets.prefix(64).enumerated() where facetOf.indices.contains(topic) {
      facetOf[topic] = Int8(number)
    }
    var isNear = [Bool](repeating: false, count: index.weights.count)
    for topic in wish.neighbours where isNear.indices.contains(topic) && facetOf[topic] < 0 { isNear[topic] = true }
    var facets = [UInt64](repeating: 0, count: index.count)
    var fits = [Int32](repeating: 0, count: index.count)
    for person in 0..<index.count {
      var mask: UInt64 = 0
      var near = 0
      index.topics.forEach(at: person) { topic in
        if facetOf[topic] >= 0 { mask |= 1 << UInt64(facetOf[topic]) }
        if isNear[topic] { near += 1 }
      }
      facets[person] = mask
      fits[person] = Int32(min(24, 10 * mask.nonzeroBitCount + 2 * min(2, near)))
    }
    self.facets = facets
    self.fits = fits
    starts = Self.starts(index.hours, wish)
  }

  /// The same with other pins and exclusions, which change nobody's points.
  func changed(pinned: [Int], excluded: Set<Int>) -> TableModel {
    var model = self
    (model.wish.pinned, model.wish.excluded) = (pinned, excluded)
    return model
  }

  package func fit(of person: Int) -> Int { Int(fits[person]) }

  package func pair(_ one: Int, _ other: Int) -> PairTerms {
    PairTerms(PairRow(one, in: self).facts(with: other), wish.leaning)
  }

  /// The worth of a facet by the number of people who carry it: the first gives it a voice, the second makes a
  /// conversation, a third adds nothing.
  func coverage(carriers: Int) -> Int { (carriers == 0 ? 0 : carriers == 1 ? 10 : 16) * wish.leaning.coverage }

  private static func starts(_ hours: [UInt64], _ wish: TableWish) -> [UInt64] {
    if wish.starts.isEmpty { return Array(repeating: .max, count: hours.count) }
    let needed = wish.starts.prefix(64).map { start in
      (0..<wish.length).reduce(UInt64(0)) { $0 | 1 << UInt64((start + $1) % 48) }
    }
    return hours.map { free in
      var mask: UInt64 = 0
      for (number, hours) in needed.enumerated() where free & hours == hours { mask |= 1 << UInt64(number) }
      return mask
    }
  }
}

extension TableModel {
  /// The guest a table has to do without because two of its guests must not be together: the one of the two it would
  /// miss less. Nil if there are no such two, or if both have to stay.
  package func leaving(_ guests: [Int]) -> Int? {
    let table = score(guests)
    let bound = Set(wish.pinned)
    for pair in table.pairs where pair.terms.apart < 0 {
      let free = [pair.one, pair.other].filter { !bound.contains($0) && $0 != wish.host }
      if let left = free.min(by: { (fits[$0], $1) < (fits[$1], $0) }) { return left }
    }
    return nil
  }
}
