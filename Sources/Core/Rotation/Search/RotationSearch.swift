/// Structure first, then annealing with restarts, until the bound or the limit is reached.
struct RotationSearch {
  let instance: RotationInstance
  let bounds: RotationBounds
  private var limit: SearchLimit
  private var chance: Chance
  private let board: SeatBoard
  private let annealer: Annealer
  private let smooth: PairEnergy
  private let strict: PairEnergy
  private var best: (schedule: [Seating], score: RotationScore)

  init(_ instance: RotationInstance, seed: UInt64, limit: SearchLimit) {
    self.instance = instance
    self.limit = limit
    bounds = RotationBounds(instance)
    chance = Chance(seed: seed)
    smooth = PairEnergy(instance, .smooth)
    strict = PairEnergy(instance, .strict)
    let start = Self.shuffled(instance, &chance)
    board = SeatBoard(start, guestCount: instance.guestCount, energy: smooth)
    annealer = Annealer(board)
    best = (start, RotationScore(start, instance))
  }

  mutating func run() -> (schedule: [Seating], score: RotationScore) {
    var round = 0
    while !isProved, !limit.isSpent {
      restart(steps: RestartLengths.steps(round, instance))
      round += 1
    }
    return best
  }

  private mutating func restart(steps: Int) {
    board.seat(Self.shuffled(instance, &chance), smooth)
    annealer.cool(board, steps: steps, from: Tuning.hot, to: Tuning.cold, &limit, &chance)
    board.seat(board.schedule(), strict)
    annealer.cool(board, steps: steps / 8, from: 1, to: 0.1, &limit, &chance)
    offer(board.schedule())
  }

  private mutating func offer(_ schedule: [Seating]) {
    let score = RotationScore(schedule, instance)
    if best.score < score { best = (schedule, score) }
  }

  private var isProved: Bool {
    best.score.forbidden == 0 && best.score.missedMust == 0 && best.score.worth == bounds.worth
      && best.score.surplus == bounds.surplus
  }

  private static func shuffled(_ instance: RotationInstance, _ chance: inout Chance) -> [Seating] {
    instance.tableSizes.enumerated().map { round, sizes in
      var guests = instance.present(in: round).shuffled(using: &chance)
      return sizes.map { size in
        defer { guests.removeLast(size) }
        return Array(guests.suffix(size))
      }
    }
  }
}
enum Tuning {
  nonisolated(unsafe) static var hot = 512.0
  nonisolated(unsafe) static var cold = 60.0
  nonisolated(unsafe) static var base = 30_000
  nonisolated(unsafe) static var mode = 0
}
package func tune(_ hot: Double, _ cold: Double, _ base: Int, _ mode: Int) { Tuning.hot = hot; Tuning.cold = cold; Tuning.base = base; Tuning.mode = mode }
enum RestartLengths {
  static func steps(_ round: Int, _ instance: RotationInstance) -> Int {
    if Tuning.mode == 0 { return Tuning.base }
    // Luby
    var k = 1; let i = round + 1
    while (1 << k) - 1 < i { k += 1 }
    var n = i
    while (1 << k) - 1 != n { n = n - (1 << (k - 1)) + 1; k = 1; while (1 << k) - 1 < n { k += 1 } }
    return Tuning.base << (k - 1)
  }
}
