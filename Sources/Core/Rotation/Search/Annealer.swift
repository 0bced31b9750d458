import Foundation

/// Simulated annealing over swaps of two guests in one round, or in all (Kirkpatrick, Gelatt and Vecchi, 1983).
struct Annealer {
  /// True if two guests may change places for the whole evening.
  private let exchangesGuests: Bool
  /// Seats whose guests may be moved.
  private let free: [Int32]
  /// By seat: the range of `free` in its round.
  private let inRound: [Range<Int>]

  /// The scale for accepting a worsening of size 1 at temperature 1: -ln of 1024 evenly spaced chances.
  static let thresholds: [Float] = (0..<1024).map { -log((Float($0) + 0.5) / 1024) }

  /// Swaps are checked against the limit in blocks of this many.
  private static let block = 512

  /// One swap in so many is an exchange in all rounds; it takes some ten times as long.
  private static let swapsPerExchange = 64

  /// - Parameter fixed: seats whose guests stay; if there are any, nobody changes places for the whole evening.
  init(_ board: SeatBoard, fixed: Set<Int> = [], exchangesGuests: Bool = false) {
    self.exchangesGuests = exchangesGuests && fixed.isEmpty
    free = (0..<board.seatCount).filter { !fixed.contains($0) }.map(Int32.init)
    var inRound: [Range<Int>] = []
    var start = 0
    for seat in 0..<board.seatCount {
      let round = board.round(of: seat)
      if seat == round.lowerBound {
        start = inRound.last?.upperBound ?? 0
        inRound.append(start..<(start + round.count { !fixed.contains($0) }))
      } else if let range = inRound.last {
        inRound.append(range)
      }
    }
    self.inRound = inRound
  }

  /// Proposes `steps` swaps while the temperature falls geometrically from `hot` to `cold`; both are in the units of
  /// the energy. Ends early if the limit does.
  func cool(
    _ board: SeatBoard, steps: Int, from hot: Double, to cold: Double, _ limit: inout SearchLimit,
    _ chance: inout Chance
  ) {
    guard !free.isEmpty else { return }
    var done = 0
    while done < steps {
      let taken = limit.take(min(Self.block, steps - done))
      if taken == 0 { return }
      let temperature = hot == cold ? hot : hot * pow(cold / hot, Double(done) / Double(steps))
      propose(board, taken, Float(temperature), &chance)
      if exchangesGuests { proposeExchanges(board, taken / Self.swapsPerExchange, Float(temperature), &chance) }
      done += taken
    }
  }

  private func propose(_ board: SeatBoard, _ count: Int, _ temperature: Float, _ chance: inout Chance) {
    free.withUnsafeBufferPointer { free in
      inRound.withUnsafeBufferPointer { inRound in
        Self.thresholds.withUnsafeBufferPointer { thresholds in
          for _ in 0..<count {
            // One draw serves all three: 22 bits for each guest, 10 for the threshold, 10 left over.
            let bits = chance.next()
            let one = Int(free[Self.pick(bits & 0x3F_FFFF, free.count)])
            let round = inRound[one]
            let other = Int(free[round.lowerBound + Self.pick(bits >> 22 & 0x3F_FFFF, round.count)])
            if board.isSameTable(one, other) { continue }
            let allowed = temperature * thresholds[Int(bits >> 54)]
            if Float(board.cost(one, other)) <= allowed { board.swap(one, other) }
          }
        }
      }
    }
  }

  private func proposeExchanges(_ board: SeatBoard, _ count: Int, _ temperature: Float, _ chance: inout Chance) {
    for _ in 0..<count {
      let bits = chance.next()
      let one = Self.pick(bits & 0x3F_FFFF, board.guestCount)
      let other = Self.pick(bits >> 22 & 0x3F_FFFF, board.guestCount)
      if one == other { continue }
      let allowed = temperature * Self.thresholds[Int(bits >> 54)]
      if Float(board.exchangeCost(one, other)) <= allowed { board.exchange(one, other) }
    }
  }

  @inline(__always)
  private static func pick(_ bits: UInt64, _ count: Int) -> Int { Int((bits &* UInt64(count)) >> 22) }
}
