/// Limits that no schedule can exceed, proved by counting.
package struct RotationBounds: Sendable, Equatable {
  /// Distinct pairs.
  package let pairs: Int
  /// The total worth of distinct pairs.
  package let worth: Int
  /// The least surplus a schedule can have.
  package let surplus: Int
  /// The most people that the guest who meets fewest can meet.
  package let fewestMet: Int
  /// Meetings that take place, whoever meets.
  package let meetings: Int

  package init(_ instance: RotationInstance) {
    let values = PairValues(instance)
    meetings = TableSizes.meetings(instance.tableSizes.joined())
    pairs = min(meetings, Self.pigeonhole(instance, meetings), values.pairsBySeats, values.all.count)
    worth = min(values.worthBySeats, values.all.prefix(pairs).reduce(0, +))
    surplus = Self.leastSurplus(meetings, over: pairs)
    fewestMet = min(values.fewest, 2 * pairs / instance.guestCount)
  }

  private static func pairs(at size: Int) -> Int { size * (size - 1) / 2 }

  /// A table that draws its guests from q tables of another round seats some of them together again: if s guests come
  /// from q tables, the number of repeated pairs is least when they come as evenly as possible. Holds if everybody is
  /// there all the time.
  private static func pigeonhole(_ instance: RotationInstance, _ meetings: Int) -> Int {
    guard instance.presence.allSatisfy({ $0.count == instance.rounds }) else { return meetings }
    let fresh = (0..<instance.rounds).map { reference in
      let tables = instance.tableSizes[reference].count
      let repeated = instance.tableSizes.enumerated().map { round, sizes in
        round == reference ? 0 : sizes.map { repeats(of: $0, from: tables) }.reduce(0, +)
      }
      return meetings - repeated.reduce(0, +)
    }
    return fresh.min() ?? meetings
  }

  private static func repeats(of size: Int, from tables: Int) -> Int {
    let (each, more) = size.quotientAndRemainder(dividingBy: tables)
    return more * pairs(at: each + 1) + (tables - more) * pairs(at: each)
  }

  /// Meetings spread as evenly as possible over so many pairs.
  private static func leastSurplus(_ meetings: Int, over pairs: Int) -> Int {
    guard pairs > 0 else { return 0 }
    let (each, more) = meetings.quotientAndRemainder(dividingBy: pairs)
    return more * (each + 1) * each / 2 + (pairs - more) * each * (each - 1) / 2
  }
}

/// The worths of pairs that may and can meet.
private struct PairValues {
  /// Best first.
  private(set) var all: [Int] = []
  private(set) var pairsBySeats = 0
  private(set) var worthBySeats = 0
  private(set) var fewest = Int.max

  init(_ instance: RotationInstance) {
    var ofGuest: [[Int]] = Array(repeating: [], count: instance.guestCount)
    for one in 0..<instance.guestCount {
      for other in (one + 1)..<max(one + 1, instance.guestCount) {
        let pair = GuestPair(one, other)
        if instance.apart.contains(pair) || instance.presence[one].isDisjoint(with: instance.presence[other]) {
          continue
        }
        all.append(instance.worth(pair))
        ofGuest[one].append(instance.worth(pair))
        ofGuest[other].append(instance.worth(pair))
      }
    }
    all.sort(by: >)
    countSeats(instance, ofGuest)
  }

  /// A guest meets at most as many people as there are other seats at the largest tables of the rounds.
  private mutating func countSeats(_ instance: RotationInstance, _ ofGuest: [[Int]]) {
    for (guest, values) in ofGuest.enumerated() {
      let seats = instance.presence[guest].map { (instance.tableSizes[$0].max() ?? 1) - 1 }.reduce(0, +)
      pairsBySeats += min(values.count, seats)
      fewest = min(fewest, values.count, seats)
      worthBySeats += values.sorted(by: >).prefix(seats).reduce(0, +)
    }
    pairsBySeats /= 2
    worthBySeats /= 2
  }
}
