/// The time the clocks of a zone show at each moment: a list of changes, and a rule for the time after the last of
/// them.
package struct ZoneRules: Sendable, Hashable {
  /// The state of the clocks between two changes.
  package struct Period: Sendable, Hashable {
    /// Seconds east of UTC.
    package let offset: Int
    /// True if this is summer time, as the zone's own rules define it: Dublin's define it as winter.
    package let isDaylight: Bool

    package init(offset: Int, isDaylight: Bool) {
      (self.offset, self.isDaylight) = (offset, isDaylight)
    }
  }

  /// A moment at which the clocks are changed.
  package struct Change: Sendable, Hashable {
    /// Seconds since 1970.
    package let moment: Int
    package let before: Period
    package let after: Period
  }

  /// Before the first change.
  let first: Period
  /// Seconds since 1970, ascending, all within `ZoneRules.countable`.
  let moments: [Int]
  /// The period that begins at each of the moments; as many as those.
  let periods: [Period]
  /// The rule after the last moment; nil if the last period goes on for ever.
  let afterwards: ZoneFooter?

  /// Moments that can be added to without a check.
  static let countable = -(1 << 60)...(1 << 60)

  /// Clocks that are never changed.
  package init(fixed offset: Int) {
    self.init(first: Period(offset: offset, isDaylight: false), moments: [], periods: [], afterwards: nil)
  }

  init(first: Period, moments: [Int], periods: [Period], afterwards: ZoneFooter?) {
    (self.first, self.moments, self.periods, self.afterwards) = (first, moments, periods, afterwards)
  }

  /// - Parameter seconds: since 1970.
  package func period(at seconds: Int) -> Period {
    let seconds = min(max(seconds, Self.countable.lowerBound), Self.countable.upperBound)
    let next = moments.partitioningIndex { $0 > seconds }
    if next == moments.count, let afterwards { return afterwards.period(at: seconds) }
    return next == 0 ? first : periods[next - 1]
  }

  /// Each moment at which the offset changes, after `start` and up to `end`, in order.
  package func changes(after start: Int, through end: Int) -> [Change] {
    let listed = moments.filter { $0 > start && $0 <= end }
    let later = afterwards.map { $0.moments(after: max(start, moments.last ?? start), through: end) } ?? []
    var before = period(at: start)
    return (listed + later).compactMap { moment in
      let change = Change(moment: moment, before: before, after: period(at: moment))
      before = change.after
      return change.before.offset == change.after.offset ? nil : change
    }
  }
}

extension Array {
  /// The first index in the second part, for an array in which every element of the first part comes before every
  /// element of the second.
  func partitioningIndex(_ isInSecond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
