/// A hard rule that a table breaks. A proposal breaks none unless pins or the list leave no other way; then it says which.
package enum TableBreach: Sendable, Hashable {
  /// Fewer or more people than wanted.
  case size(Int)
  case missingPin(Int)
  case excluded(Int)
  case crowdedOrganisation(Int, count: Int)
  case noCommonHour
  case noCommonLanguage
  /// This person shares a topic with fewer than two others.
  case isolated(Int)
}

extension TableModel {
  /// The first of the wished starts at which all are free; nil if there is none, or none was wished for.
  package func start(_ guests: [Int]) -> Int? {
    let common = ([wish.host] + guests).reduce(UInt64.max) { $0 & starts[$1] }
    return wish.starts.enumerated().first { $0.offset < 64 && common >> UInt64($0.offset) & 1 == 1 }?.element
  }

  /// The languages everybody shares, one bit each.
  package func languages(_ guests: [Int]) -> UInt64 {
    ([wish.host] + guests).reduce(UInt64.max) { $0 & index.languages[$1] }
  }

  /// Every hard rule that this table breaks; none for a good one.
  package func breaches(_ guests: [Int]) -> [TableBreach] {
    let table = [wish.host] + guests
    var breaches: [TableBreach] = table.count == wish.size ? [] : [.size(table.count)]
    breaches += wish.pinned.filter { !table.contains($0) }.map { .missingPin($0) }
    breaches += table.filter { wish.excluded.contains($0) }.map { .excluded($0) }
    breaches += crowds(table)
    if !wish.starts.isEmpty, start(guests) == nil { breaches.append(.noCommonHour) }
    if languages(guests) == 0 { breaches.append(.noCommonLanguage) }
    return breaches + isolated(table).map { .isolated($0) }
  }

  private func crowds(_ table: [Int]) -> [TableBreach] {
    let sizes = table.reduce(into: [Int32: Int]()) { $0[index.organisations[$1], default: 0] += 1 }
    return sizes.filter { $0.key >= 0 && $0.value > wish.perOrganisation }.sorted { $0.key < $1.key }
      .map { .crowdedOrganisation(Int($0.key), count: $0.value) }
  }

  private func isolated(_ table: [Int]) -> [Int] {
    table.filter { person in
      let row = PairRow(person, in: self)
      return table.count { $0 != person && row.facts(with: $0).shared > 0 } < 2
    }
  }
}
