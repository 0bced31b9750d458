/// The seats of all guests in all rounds, and the effect of any swap of two, from a matrix of how often each two meet.
///
/// A class with plain memory: a search proposes some ten million swaps a second, and each looks at only the two tables.
final class SeatBoard {
  let guestCount: Int
  let seatCount: Int
  let roundCount: Int
  private let tableSizes: [[Int]]
  /// By seat: the guest on it. Seats are numbered through all rounds and tables.
  let guest: UnsafeMutablePointer<Int32>
  /// By guest and round, `guest * roundCount + round`: their seat; -1 while they are away.
  let place: UnsafeMutablePointer<Int32>
  /// By seat: the seats of its table, and of its round.
  let table: UnsafeMutablePointer<Span>
  private let round: UnsafeMutablePointer<Span>
  /// By pair: the number of meetings, and the cost of one meeting more or fewer.
  let meetings: UnsafeMutablePointer<Int32>
  private let joining: UnsafeMutablePointer<Int32>
  private let parting: UnsafeMutablePointer<Int32>
  let first: UnsafeMutablePointer<Int32>
  private(set) var again: Int32
  /// By guest: all 0 except during the one computation that counts here.
  let tally: UnsafeMutablePointer<Int32>

  /// Neighbouring seats, and the number of their round.
  struct Span {
    let start: Int32
    let end: Int32
    let round: Int32
  }

  /// `history` counts the meetings before the rounds of `schedule`.
  init(_ schedule: [Seating], guestCount: Int, energy: PairEnergy, history: MeetingCounts? = nil) {
    self.guestCount = guestCount
    tableSizes = schedule.map { $0.map(\.count) }
    seatCount = tableSizes.joined().reduce(0, +)
    roundCount = schedule.count
    guest = .allocate(capacity: max(1, seatCount))
    place = .allocate(capacity: guestCount * roundCount)
    table = .allocate(capacity: max(1, seatCount))
    round = .allocate(capacity: max(1, seatCount))
    let pairs = guestCount * guestCount
    meetings = .allocate(capacity: pairs)
    joining = .allocate(capacity: pairs)
    parting = .allocate(capacity: pairs)
    first = .allocate(capacity: pairs)
    tally = .allocate(capacity: guestCount)
    tally.initialize(repeating: 0, count: guestCount)
    again = energy.again
    layOut(schedule)
    seat(schedule, energy, history)
  }

  deinit {
    guest.deallocate()
    place.deallocate()
    table.deallocate()
    round.deallocate()
    meetings.deallocate()
    joining.deallocate()
    parting.deallocate()
    first.deallocate()
    tally.deallocate()
  }

  /// Seats everybody as in `schedule`, which has the same tables as the one at the beginning.
  func seat(_ schedule: [Seating], _ energy: PairEnergy, _ history: MeetingCounts? = nil) {
    again = energy.again
    for pair in 0..<(guestCount * guestCount) {
      first[pair] = energy.first[pair]
      meetings[pair] = 0
    }
    if let history { count(history) }
    for index in 0..<(guestCount * roundCount) { place[index] = -1 }
    var seat = 0
    for sitting in schedule.joined() {
      for (position, one) in sitting.enumerated() {
        put(one, on: seat)
        seat += 1
        for other in sitting[(position + 1)...] { note(one, other, 1) }
      }
    }
    for pair in 0..<(guestCount * guestCount) { price(pair) }
  }

  /// The seats of the round a seat belongs to.
  @inline(__always)
  func round(of seat: Int) -> Range<Int> { Int(round[seat].start)..<Int(round[seat].end) }

  @inline(__always)
  func isSameTable(_ one: Int, _ other: Int) -> Bool { table[one].start == table[other].start }

  func guest(at seat: Int) -> Int { Int(guest[seat]) }

  /// The cost of swapping the guests on two seats of one round, at two tables.
  @inline(__always)
  func cost(_ one: Int, _ other: Int) -> Int32 {
    let left = Int(guest[one]) * guestCount
    let right = Int(guest[other]) * guestCount
    var cost: Int32 = 0
    for seat in Int(table[one].start)..<Int(table[one].end) {
      let mate = Int(guest[seat])
      cost &+= joining[right + mate] &+ parting[left + mate]
    }
    for seat in Int(table[other].start)..<Int(table[other].end) {
      let mate = Int(guest[seat])
      cost &+= joining[left + mate] &+ parting[right + mate]
    }
    // The loops have counted the two as joining each other, which happens at neither table; parting from oneself costs
    // nothing.
    return cost &- joining[left + Int(guest[other])] &- joining[right + Int(guest[one])]
  }

  /// Swaps the guests on two seats of one round, at two tables.
  func swap(_ one: Int, _ other: Int) {
    let left = Int(guest[one])
    let right = Int(guest[other])
    move(left, outOf: one, in: right)
    move(right, outOf: other, in: left)
    put(right, on: one)
    put(left, on: other)
  }

  /// The rounds with their tables.
  func schedule() -> [Seating] {
    var seat = 0
    return tableSizes.map { sizes in
      sizes.map { size in
        defer { seat += size }
        return (seat..<(seat + size)).map { Int(guest[$0]) }
      }
    }
  }

  /// The number of different people a guest meets.
  func acquaintances(of guest: Int) -> Int {
    (0..<guestCount).count { meetings[guest * guestCount + $0] > 0 }
  }

  /// `successor` takes the place at the table of the guest on `seat`.
  private func move(_ leaving: Int, outOf seat: Int, in successor: Int) {
    for place in Int(table[seat].start)..<Int(table[seat].end) where place != seat {
      let mate = Int(guest[place])
      change(leaving, mate, -1)
      change(successor, mate, 1)
    }
  }

  private func put(_ one: Int, on seat: Int) {
    guest[seat] = Int32(one)
    place[one * roundCount + Int(round[seat].round)] = Int32(seat)
  }

  private func change(_ one: Int, _ other: Int, _ difference: Int32) {
    note(one, other, difference)
    price(one * guestCount + other)
    price(other * guestCount + one)
  }

  private func note(_ one: Int, _ other: Int, _ difference: Int32) {
    meetings[one * guestCount + other] += difference
    meetings[other * guestCount + one] += difference
  }

  @inline(__always)
  private func price(_ pair: Int) {
    let times = meetings[pair]
    joining[pair] = cost(pair, times)
    parting[pair] = times == 0 ? 0 : -cost(pair, times - 1)
  }

  @inline(__always)
  private func cost(_ pair: Int, _ before: Int32) -> Int32 {
    before == 0 || first[pair] > 0 ? first[pair] : again &* before
  }

  private func count(_ history: MeetingCounts) {
    for one in 0..<guestCount {
      for other in 0..<guestCount { meetings[one * guestCount + other] = Int32(history[one, other]) }
    }
  }

  private func layOut(_ schedule: [Seating]) {
    var start = 0
    for (number, seating) in schedule.enumerated() {
      let end = start + seating.map(\.count).reduce(0, +)
      var seat = start
      for sitting in seating {
        for place in seat..<(seat + sitting.count) {
          table[place] = Span(start: Int32(seat), end: Int32(seat + sitting.count), round: Int32(number))
          round[place] = Span(start: Int32(start), end: Int32(end), round: Int32(number))
        }
        seat += sitting.count
      }
      start = end
    }
  }
}
