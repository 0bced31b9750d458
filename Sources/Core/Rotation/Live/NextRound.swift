/// The basis for planning the next seating during a party: the people who are there now, and the past rounds. It knows
/// nothing about later arrivals and departures.
package struct NextRound: Sendable {
  private let present: [Int]
  private let instance: RotationInstance
  private let history: MeetingCounts
  /// By a guest's position in `present`: the table they stay at.
  private let staying: [Int: Int]

  /// Guests are any numbers; wishes about absent people are ignored.
  /// - Parameters:
  ///   - tableSizes: as many seats as people are present.
  ///   - roundsLeft: this round and those to follow it, at least 1. The plan looks only one round beyond this one:
  ///     comings and goings upset anything further off, and a party whose guests met fewer people early on gains
  ///     nothing from it.
  ///   - history: the number of times each two have met so far.
  ///   - staying: guests who keep their place, with their table (a position in `tableSizes`); the others change around
  ///     them.
  package init(
    present: [Int], tableSizes: [Int], roundsLeft: Int = 1, history: [GuestPair: Int] = [:],
    apart: Set<GuestPair> = [], must: Set<GuestPair> = [], worths: [GuestPair: Int] = [:], defaultWorth: Int = 1,
    staying: [Int: Int] = [:]
  ) throws(InstanceProblem) {
    let present = Array(Set(present)).sorted()
    let positions = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, $0) })
    func local(_ pair: GuestPair) -> GuestPair? {
      guard let low = positions[pair.low], let high = positions[pair.high] else { return nil }
      return GuestPair(low, high)
    }
    let rounds = min(max(1, roundsLeft), 2)
    instance = try RotationInstance(
      guestCount: present.count, tableSizes: Array(repeating: tableSizes, count: rounds),
      presence: Array(repeating: Set(0..<rounds), count: present.count),
      apart: Set(apart.compactMap(local)), must: Set(must.compactMap(local)),
      worths: Dictionary(
        worths.compactMap { pair, worth in local(pair).map { ($0, worth) } }, uniquingKeysWith: { $1 }),
      defaultWorth: defaultWorth)
    var counts = MeetingCounts(guestCount: present.count)
    for (pair, times) in history {
      if let pair = local(pair) { counts.add(pair.low, pair.high, times: times) }
    }
    self.present = present
    self.history = counts
    self.staying = try Self.staying(staying, positions, tableSizes)
  }

  /// The next seating, by table. Plans the next two rounds and returns the one that brings more.
  /// - Parameter steps: proposed swaps; 60,000 take some 5 ms in an optimised build.
  package func seating(seed: UInt64, steps: Int = 60_000) -> Seating {
    var chance = Chance(seed: seed)
    var limit = SearchLimit()
    let smooth = PairEnergy(instance, .smooth)
    let strict = PairEnergy(instance, .strict)
    let board = SeatBoard(start(&chance), guestCount: instance.guestCount, energy: smooth, history: history)
    let annealer = Annealer(board, fixed: fixedSeats)
    annealer.cool(
      board, steps: steps * 3 / 4, from: Temperatures.hot, to: Temperatures.cold, &limit, &chance)
    board.seat(board.schedule(), strict, history)
    annealer.cool(board, steps: steps / 4, from: Temperatures.none, to: Temperatures.none, &limit, &chance)
    return richest(board.schedule(), strict).map { $0.map { present[$0] } }
  }

  private static func staying(
    _ tables: [Int: Int], _ positions: [Int: Int], _ sizes: [Int]
  ) throws(InstanceProblem) -> [Int: Int] {
    var staying: [Int: Int] = [:]
    var taken = Array(repeating: 0, count: sizes.count)
    for (guest, table) in tables {
      guard let position = positions[guest] else { continue }
      guard sizes.indices.contains(table) else { throw InstanceProblem("staying", "there is no table \(table)") }
      taken[table] += 1
      guard taken[table] <= sizes[table] else { throw InstanceProblem("staying", "table \(table) has too few seats") }
      staying[position] = table
    }
    return staying
  }

  /// Guests who stay are seated first at their tables, in the next round only.
  private func start(_ chance: inout Chance) -> [Seating] {
    var schedule = Seats.shuffled(instance, &chance)
    if staying.isEmpty { return schedule }
    var others = (0..<instance.guestCount).filter { staying[$0] == nil }.shuffled(using: &chance)
    schedule[0] = instance.tableSizes[0].enumerated().map { table, size in
      let kept = staying.filter { $0.value == table }.keys.sorted()
      defer { others.removeLast(size - kept.count) }
      return kept + others.suffix(size - kept.count)
    }
    return schedule
  }

  private var fixedSeats: Set<Int> {
    var seat = 0
    var fixed: Set<Int> = []
    for (table, size) in instance.tableSizes[0].enumerated() {
      fixed.formUnion(seat..<(seat + staying.values.count { $0 == table }))
      seat += size
    }
    return fixed
  }

  /// The round that brings most after what has been: later rounds may never come, or come with other people.
  private func richest(_ schedule: [Seating], _ energy: PairEnergy) -> Seating {
    guard staying.isEmpty else { return schedule[0] }
    return schedule.min { cost($0, energy) < cost($1, energy) } ?? schedule[0]
  }

  private func cost(_ seating: Seating, _ energy: PairEnergy) -> Int {
    var cost = 0
    for table in seating {
      for (place, one) in table.enumerated() {
        for other in table[(place + 1)...] {
          let first = Int(energy.first[one * instance.guestCount + other])
          let times = history[one, other]
          cost += times == 0 || first > 0 ? first : times
        }
      }
    }
    return cost
  }
}
