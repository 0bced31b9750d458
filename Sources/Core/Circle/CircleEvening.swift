/// One evening of a circle, as its history counts it.
package struct CircleEvening<Member: Hashable & Sendable>: Hashable, Sendable {
  package let endedAt: Moment
  /// The people in the room, without the host and guests of honour.
  package let present: Set<Member>
  package let result: BallotResult?

  package init(endedAt: Moment, present: Set<Member>, result: BallotResult?) {
    self.endedAt = endedAt
    self.present = present
    self.result = result
  }
}

/// A circle's evenings in order.
package struct CircleHistory<Member: Hashable & Sendable>: Hashable, Sendable {
  package let evenings: [CircleEvening<Member>]

  package init(_ evenings: [CircleEvening<Member>]) {
    self.evenings = evenings.sorted { $0.endedAt < $1.endedAt }
  }

  /// The share of the people at the evening before the last who came back, 0…1; nil before the second evening.
  package var returnRate: Double? {
    guard evenings.count >= 2 else { return nil }
    let before = evenings[evenings.count - 2].present
    guard !before.isEmpty else { return nil }
    return Double(before.intersection(evenings[evenings.count - 1].present).count) / Double(before.count)
  }

  /// The number of evenings each person came to.
  package var attendance: [Member: Int] {
    evenings.reduce(into: [:]) { counts, evening in
      for member in evening.present { counts[member, default: 0] += 1 }
    }
  }

  /// The core of the circle: everybody who came to the last evening, or to at least half of all and at least two.
  package var core: Set<Member> {
    guard let last = evenings.last else { return [] }
    return last.present.union(attendance.filter { 2 * $0.value >= evenings.count && $0.value >= 2 }.keys)
  }

  /// The circle's wish for a next evening.
  package var outlook: Outlook {
    guard let last = evenings.last else { return .unknown }
    guard let again = last.result?.again else { return .unknown }
    if evenings.suffix(2).count == 2, evenings.suffix(2).allSatisfy({ $0.result?.isDull ?? false }) {
      return .endKindly
    }
    if again.isMinority { return .rest }
    return .goOn
  }

  package enum Outlook: String, Hashable, Sendable, CaseIterable {
    /// Too few have answered to tell.
    case unknown
    /// At least half would come again.
    case goOn
    /// Fewer than half would: no date is proposed; the host may ask again after a while.
    case rest
    /// Two evenings in a row, fewer than half would come again: time to thank everybody and end it.
    case endKindly
  }
}
