/// The quality of a schedule. Of two schedules the better one keeps the hard rules; after that it has fewer missed
/// wishes to meet, then distinct pairs worth more, then less surplus, and finally a worst-off guest who meets more
/// people.
package struct RotationScore: Sendable, Equatable, Comparable {
  /// Meetings of people who must not meet.
  package let forbidden: Int
  package let missedMust: Int
  /// The worths of all pairs that meet at least once.
  package let worth: Int
  /// Pairs that meet at least once.
  package let distinct: Int
  /// c(c-1)/2 over all pairs that meet c times: two pairs twice are better than one pair three times.
  package let surplus: Int
  /// The number of different people met by the guest who meets fewest.
  package let fewestMet: Int

  /// The schedule's guests are numbers of the instance; `ScheduleFault` tells whether they sit as they should.
  package init(_ schedule: [Seating], _ instance: RotationInstance) {
    let counts = MeetingCounts(guestCount: instance.guestCount, schedule)
    let met = counts.met
    forbidden = met.filter { instance.apart.contains($0.pair) }.map(\.times).reduce(0, +)
    missedMust = instance.must.count { counts[$0.low, $0.high] == 0 }
    worth = met.map { instance.worth($0.pair) }.reduce(0, +)
    distinct = met.count
    surplus = met.map { $0.times * ($0.times - 1) / 2 }.reduce(0, +)
    fewestMet = (0..<instance.guestCount).map(counts.acquaintances).min() ?? 0
  }

  /// True if the left one is worse.
  package static func < (left: RotationScore, right: RotationScore) -> Bool {
    left.rank.lexicographicallyPrecedes(right.rank)
  }

  private var rank: [Int] { [-forbidden, -missedMust, worth, -surplus, fewestMet] }
}
