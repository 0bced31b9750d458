import Foundation

/// Anneals the first rounds until no class of distance is used more often than it has room.
///
/// A class with plain memory, as `SeatBoard`: millions of swaps a second.
final class StarterSearch {
  private let tableSizes: [Int]
  private let guests: Int
  private let seats: Int
  /// By pair: the class of its distance.
  private let distances: UnsafeMutablePointer<Int32>
  /// By class: how often it may still be used; below 0 it is used too often.
  private let room: UnsafeMutablePointer<Int32>
  /// By seat, round after round and table after table: who sits there, and where the table begins and ends.
  private let guest: UnsafeMutablePointer<Int32>
  private let start: UnsafeMutablePointer<Int32>
  private let end: UnsafeMutablePointer<Int32>
  /// How much the classes are overused together.
  private var excess: Int32 = 0

  init(tableSizes: [Int], starters: Int, distances: [Int32], room: [Int32], _ chance: inout Chance) {
    self.tableSizes = tableSizes
    guests = tableSizes.reduce(0, +)
    seats = guests * starters
    self.distances = .allocate(capacity: distances.count)
    self.distances.initialize(from: distances, count: distances.count)
    self.room = .allocate(capacity: room.count)
    self.room.initialize(from: room, count: room.count)
    guest = .allocate(capacity: seats)
    start = .allocate(capacity: seats)
    end = .allocate(capacity: seats)
    for round in 0..<starters { layOut((0..<guests).shuffled(using: &chance), from: round * guests) }
  }

  deinit {
    distances.deallocate()
    room.deallocate()
    guest.deallocate()
    start.deallocate()
    end.deallocate()
  }

  var starters: [Seating] {
    stride(from: 0, to: seats, by: guests).map { first in
      Seats.seating((first..<(first + guests)).map { Int(guest[$0]) }, at: tableSizes)
    }
  }

  /// Whether starters were found. A swap here looks at about four times as many pairs as a step.
  func run(steps: Int, temperature: Double, _ limit: inout SearchLimit, _ chance: inout Chance) -> Bool {
    // By how much a swap worsens: the chance to keep it, in 32 bits.
    let keep = (0..<8).map { UInt32(Double(UInt32.max) * exp(-Double($0) / temperature)) }
    var done = 0
    while excess > 0, done < steps {
      let taken = limit.take(min(512, steps - done))
      if taken == 0 { return false }
      for _ in 0..<max(1, taken / 4) where excess > 0 { propose(keep, &chance) }
      done += taken
    }
    return excess == 0
  }

  private func propose(_ keep: [UInt32], _ chance: inout Chance) {
    let bits = chance.next()
    let one = Int(((bits & 0xFFFF) &* UInt64(seats)) >> 16)
    let other = one - one % guests + Int(((bits >> 16 & 0xFFFF) &* UInt64(guests)) >> 16)
    if start[one] == start[other] { return }
    let before = excess
    swap(one, other)
    let worse = Int(excess - before)
    if worse > 0, worse >= keep.count || UInt32(bits >> 32) > keep[worse] { swap(one, other) }
  }

  private func swap(_ one: Int, _ other: Int) {
    let left = guest[one]
    let right = guest[other]
    let change = replace(at: one, left, with: right) + replace(at: other, right, with: left)
    guest[one] = right
    guest[other] = left
    excess += change
  }

  /// What it changes that `successor` sits with those at the table of `seat` instead of `leaving`.
  private func replace(at seat: Int, _ leaving: Int32, with successor: Int32) -> Int32 {
    var change: Int32 = 0
    for place in Int(start[seat])..<Int(end[seat]) where place != seat {
      let mate = Int(guest[place])
      change += release(Int(distances[Int(leaving) * guests + mate]))
      change += use(Int(distances[Int(successor) * guests + mate]))
    }
    return change
  }

  private func use(_ distance: Int) -> Int32 {
    room[distance] -= 1
    return room[distance] < 0 ? 1 : 0
  }

  private func release(_ distance: Int) -> Int32 {
    room[distance] += 1
    return room[distance] <= 0 ? -1 : 0
  }

  private func layOut(_ order: [Int], from first: Int) {
    var seat = first
    for size in tableSizes {
      for place in seat..<(seat + size) {
        guest[place] = Int32(order[place - first])
        start[place] = Int32(seat)
        end[place] = Int32(seat + size)
        for mate in seat..<place { excess += use(Int(distances[Int(guest[place]) * guests + Int(guest[mate])])) }
      }
      seat += size
    }
  }
}
