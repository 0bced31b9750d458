/// A proposed table.
package struct TableProposal: Sendable {
  /// Without the host; pinned guests first, then the others, those the table would miss most first.
  package let guests: [Int]
  package let score: TableScore
  /// The first of the wished starts at which all are free; nil if there is none, or none was wished for.
  package let start: Int?
  /// The languages everybody shares, one bit each.
  package let languages: UInt64
  /// Empty for a good table.
  package let breaches: [TableBreach]
  /// True once it is proved that no table without a breach is worth more.
  package let isBest: Bool

  init(_ guests: [Int], in model: TableModel, isBest: Bool) {
    let score = model.score(guests)
    let pinned = Set(model.wish.pinned)
    self.guests = guests.map { (guest: $0, isPinned: pinned.contains($0), loss: score.loss(without: $0)) }
      .sorted { ($1.isPinned ? 1 : 0, $1.loss, $0.guest) < ($0.isPinned ? 1 : 0, $0.loss, $1.guest) }
      .map(\.guest)
    self.score = score
    start = model.start(guests)
    languages = model.languages(guests)
    breaches = model.breaches(guests)
    self.isBest = isBest && breaches.isEmpty
  }
}
