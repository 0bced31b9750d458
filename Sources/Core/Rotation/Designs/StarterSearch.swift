import Foundation

/// Anneals the starters and further rounds until as few pairs as possible meet again.
///
/// A class with plain memory, as `SeatBoard`: millions of swaps a second.
final class StarterSearch {
  private let tableSizes: [Int]
  private let guests: Int
  /// The size most classes have.
  private let unit: Float
  private let seats: Int
  /// Seats from this one on belong to further rounds.
  private let turning: Int
  /// By pair: the class of its distance, and the number of its meetings in further rounds.
  private let distances: UnsafeMutablePointer<Int32>
  private let meetings: UnsafeMutablePointer<Int32>
  private let classes: UnsafeMutablePointer<Class>
  /// By seat, round after round and table after table: the guest on it, and the first and last seat of its table.
  private let guest: UnsafeMutablePointer<Int32>
  private let start: UnsafeMutablePointer<Int32>
  private let end: UnsafeMutablePointer<Int32>
  /// -ln of evenly spaced chances.
  private let thresholds: UnsafeMutablePointer<Float>
  /// The number of pairs that meet, and of meetings, in all rounds.
  private var pairs: Int32 = 0
  private let meetingCount: Int32
  /// The number of meetings that must be repeats, because there aren't enough pairs.
  private let leastRepeats: Int32

  /// Pairs at one distance: the number of times starters use it, and the number of these pairs that don't meet in
  /// further rounds.
  private struct Class {
    var uses: Int32
    var unmet: Int32
  }

  init(tableSizes: [Int], shape: StarterShape, classes: DistanceClasses, _ chance: inout Chance) {
    self.tableSizes = tableSizes
    guests = classes.guests
    unit = Float(classes.circle)
    turning = guests * shape.starters
    seats = turning + guests * shape.furtherRounds
    distances = .allocate(capacity: guests * guests)
    distances.initialize(from: classes.ofPair, count: guests * guests)
    meetings = .allocate(capacity: guests * guests)
    meetings.initialize(repeating: 0, count: guests * guests)
    self.classes = .allocate(capacity: classes.sizes.count)
    for (index, size) in classes.sizes.enumerated() {
      (self.classes + index).initialize(to: Class(uses: 0, unmet: size))
    }
    thresholds = .allocate(capacity: Annealer.thresholds.count)
    thresholds.initialize(from: Annealer.thresholds, count: Annealer.thresholds.count)
    meetingCount = Int32(
      TableSizes.meetings(tableSizes) * (shape.starters * shape.circle + shape.furtherRounds))
    guest = .allocate(capacity: seats)
    start = .allocate(capacity: seats)
    end = .allocate(capacity: seats)
    leastRepeats = max(0, meetingCount - Int32(guests * (guests - 1) / 2))
    for first in stride(from: 0, to: seats, by: guests) {
      layOut((0..<guests).shuffled(using: &chance), from: first)
    }
  }

  deinit {
    for memory in [distances, meetings, guest, start, end] { memory.deallocate() }
    classes.deallocate()
    thresholds.deallocate()
  }

  /// The number of meetings that are not the first of their pair.
  var repeats: Int32 { meetingCount - pairs }

  /// The starters, then further rounds.
  var rounds: [Seating] {
    stride(from: 0, to: seats, by: guests).map { first in
      Seats.seating((first..<(first + guests)).map { Int(guest[$0]) }, at: tableSizes)
    }
  }

  /// Cools until no avoidable repeat is left. A swap here looks at about four times as many pairs as a step.
  func run(steps: Int, from hot: Double, to cold: Double, _ limit: inout SearchLimit, _ chance: inout Chance) {
    var done = 0
    while repeats > leastRepeats, done < steps {
      let taken = limit.take(min(512, steps - done))
      if taken == 0 { return }
      let temperature = Float(hot * pow(cold / hot, Double(done) / Double(steps)))
      for _ in 0..<max(1, taken / 4) where repeats > leastRepeats { propose(temperature, &chance) }
      done += taken
    }
  }

  private func propose(_ temperature: Float, _ chance: inout Chance) {
    let bits = chance.next()
    let one = Int(((bits & 0xFFFF) &* UInt64(seats)) >> 16)
    let other = one - one % guests + Int(((bits >> 16 & 0xFFFF) &* UInt64(guests)) >> 16)
    if start[one] == start[other] { return }
    let change = swap(one, other)
    if change < 0, Float(-change) > temperature * (one < turning ? unit : 1) * thresholds[Int(bits >> 54)] {
      pairs &+= swap(one, other)
    }
    pairs &+= change
  }

  /// The number of additional pairs that meet.
  private func swap(_ one: Int, _ other: Int) -> Int32 {
    let left = guest[one]
    let right = guest[other]
    guest[one] = right
    guest[other] = left
    return one < turning
      ? turn(at: one, left, with: right) &+ turn(at: other, right, with: left)
      : replace(at: one, left, with: right) &+ replace(at: other, right, with: left)
  }

  private func turn(at seat: Int, _ leaving: Int32, with successor: Int32) -> Int32 {
    var change: Int32 = 0
    let from = distances + Int(leaving) &* guests
    let to = distances + Int(successor) &* guests
    for place in Int(start[seat])..<Int(end[seat]) where place != seat {
      let mate = Int(guest[place])
      change &+= use(Int(to[mate])) &- release(Int(from[mate]))
    }
    return change
  }

  private func replace(at seat: Int, _ leaving: Int32, with successor: Int32) -> Int32 {
    var change: Int32 = 0
    for place in Int(start[seat])..<Int(end[seat]) where place != seat {
      let mate = guest[place]
      change &+= part(pair(leaving, mate)) &+ meet(pair(successor, mate))
    }
    return change
  }

  @inline(__always)
  private func pair(_ one: Int32, _ other: Int32) -> Int { Int(min(one, other)) &* guests &+ Int(max(one, other)) }

  /// Branch-free, since the processor would mispredict the branch every other time, which halves the speed.
  @inline(__always)
  private func use(_ distance: Int) -> Int32 {
    let before = classes[distance]
    classes[distance].uses = before.uses &+ 1
    return before.unmet & ((before.uses &- 1) >> 31)
  }

  @inline(__always)
  private func release(_ distance: Int) -> Int32 {
    let before = classes[distance]
    classes[distance].uses = before.uses &- 1
    return before.unmet & ((before.uses &- 2) >> 31)
  }

  @inline(__always)
  private func meet(_ pair: Int) -> Int32 {
    meetings[pair] &+= 1
    if meetings[pair] > 1 { return 0 }
    let distance = Int(distances[pair])
    classes[distance].unmet &-= 1
    return classes[distance].uses == 0 ? 1 : 0
  }

  @inline(__always)
  private func part(_ pair: Int) -> Int32 {
    meetings[pair] &-= 1
    if meetings[pair] > 0 { return 0 }
    let distance = Int(distances[pair])
    classes[distance].unmet &+= 1
    return classes[distance].uses == 0 ? -1 : 0
  }

  private func layOut(_ order: [Int], from first: Int) {
    var seat = first
    for size in tableSizes {
      for place in seat..<(seat + size) {
        guest[place] = Int32(order[place - first])
        start[place] = Int32(seat)
        end[place] = Int32(seat + size)
        for mate in seat..<place {
          if first < turning {
            pairs += use(Int(distances[Int(guest[place]) * guests + Int(guest[mate])]))
          } else {
            pairs += meet(pair(guest[place], guest[mate]))
          }
        }
      }
      seat += size
    }
  }
}
