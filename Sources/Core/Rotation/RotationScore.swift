/// How good a schedule is. Of two schedules the one that keeps the hard rules is better; then the one with fewer missed
/// wishes to meet; then the one whose distinct pairs are worth more; then the one with less surplus; then the one whose
/// worst-off guest meets more people.
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
  /// How many different people the guest meets who meets fewest.
  package let fewestMet: Int

  /// The schedule's guests are numbers of the instance; see `ScheduleFault` for whether they sit as they should.
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

  /// Whether the left one is worse.
  package static func < (left: RotationScore, right: RotationScore) -> Bool {
    left.rank.lexicographicallyPrecedes(right.rank)
  }

  private var rank: [Int] { [-forbidden, -missedMust, worth, -surplus, fewestMet] }
}
