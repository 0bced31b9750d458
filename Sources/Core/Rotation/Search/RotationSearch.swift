/// Structure first, then annealing with restarts, until the bound or the limit is reached.
struct RotationSearch {
  let instance: RotationInstance
  let bounds: RotationBounds
  private(set) var best: (schedule: [Seating], score: RotationScore)
  private var limit: SearchLimit
  private var chance: Chance
  /// The energy used for annealing: `smooth`, or `firm` while a wish is missed.
  private var energy: PairEnergy
  private let smooth: PairEnergy
  private lazy var firm = PairEnergy(instance, .firm)
  private let strict: PairEnergy
  private let board: SeatBoard
  private let annealer: Annealer
  private let lengths: AnnealLengths
  private lazy var starters = possibleStarters()
  private var starterTrials = 0
  private var nearStarters: NearStarters

  init(_ instance: RotationInstance, seed: UInt64, limit: SearchLimit) {
    self.instance = instance
    self.limit = limit
    bounds = RotationBounds(instance)
    chance = Chance(seed: seed)
    smooth = PairEnergy(instance, .smooth)
    energy = smooth
    strict = PairEnergy(instance, .strict)
    nearStarters = NearStarters(instance)
    lengths = AnnealLengths(instance)
    let start = Seats.shuffled(instance, &chance)
    board = SeatBoard(start, guestCount: instance.guestCount, energy: smooth)
    annealer = Annealer(board, exchangesGuests: !(instance.hasNoWishes && instance.isUniform))
    best = (start, RotationScore(start, instance))
  }

  mutating func run() {
    use(Designs.rounds(instance))
    var attempt = 0
    while !isProved, !limit.isSpent {
      let steps = lengths.steps(attempt, left: limit.stepsLeft)
      if steps < lengths.least {
        polish(steps: .max)
      } else {
        restart(attempt, steps: steps)
        seekStarters(attempt, steps: steps)
        seekNearStarters(attempt, steps: steps)
      }
      attempt += 1
    }
    even()
  }

  /// Nothing better is possible, except in the number of people the worst-off guest meets.
  var isProved: Bool {
    best.score.forbidden == 0 && best.score.missedMust == 0 && best.score.worth == bounds.worth
      && best.score.surplus == bounds.surplus
  }

  private mutating func offer(_ schedule: [Seating]) {
    let score = RotationScore(schedule, instance)
    if best.score < score { best = (schedule, score) }
  }

  // MARK: Structure

  /// Rounds without repeats, relabelled to suit the wishes; the missing rounds are annealed, then all of them.
  private mutating func use(_ rounds: [Seating]) {
    if rounds.isEmpty { return }
    let rounds = zip(rounds, instance.tableSizes).map { Seats.arranged($0, at: $1) }
    let fitted = instance.hasNoWishes ? rounds : relabelled(rounds)
    let missing = Seats.shuffled(instance, &chance).suffix(instance.rounds - fitted.count)
    offer(fitted + missing)
    if isProved { return }
    board.seat(fitted + missing, energy)
    let fixed = fitted.joined().map(\.count).reduce(0, +)
    if !missing.isEmpty {
      cool(Annealer(board, fixed: Set(0..<fixed)), steps: lengths.fitting)
      offer(board.schedule())
    }
    cool(annealer, steps: lengths.fitting, from: Temperatures.low)
    settle(steps: lengths.fitting / 4)
  }

  private mutating func relabelled(_ rounds: [Seating]) -> [Seating] {
    var relabelling = Relabelling(rounds, guestCount: instance.guestCount, energy: energy)
    return relabelling.run(
      rounds, steps: lengths.fitting, from: Temperatures.hot, to: Temperatures.cold, &limit, &chance)
  }

  /// Looks for starters without repeats, for several times as long as the last anneal took.
  private mutating func seekStarters(_ attempt: Int, steps: Int) {
    if isProved || attempt == 0 || starters.isEmpty { return }
    for _ in 0...(lengths.starterShare * steps / lengths.starter) where !limit.isSpent {
      let temperature = chance.below(2) == 0 ? 0.25 : 0.35
      starterTrials += 1
      let starter = starters[chance.favouringFirst(starters.count, trial: starterTrials)]
      if let rounds = starter.rounds(
        instance.rounds, steps: lengths.starter, temperature: temperature, &limit, &chance)
      {
        starters = []
        return use(rounds)
      }
    }
  }

  /// Looks for starters with few repeats, as long as for those without any; later and more briefly where those may
  /// exist.
  private mutating func seekNearStarters(_ attempt: Int, steps: Int) {
    if attempt < (starters.isEmpty ? 1 : 4) { return }
    let times = starters.isEmpty ? lengths.starterShare : 1
    for _ in 0...(times * steps / lengths.starter) where !isProved && !limit.isSpent {
      guard let rounds = nearStarters.next(steps: lengths.starter, &limit, &chance) else { return }
      board.seat(rounds, strict)
      settle(steps: lengths.fitting / 4)
    }
  }

  /// Empty if rounds without repeats are out of the question.
  private func possibleStarters() -> [CyclicStarter] {
    guard instance.isUniform, bounds.pairs == bounds.meetings else { return [] }
    return StarterShape.withoutRepeats(tableSizes: instance.tableSizes[0], rounds: instance.rounds)
      .map { CyclicStarter(tableSizes: instance.tableSizes[0], shape: $0) }
      .filter(\.isPossible)
  }

  // MARK: Annealing

  /// Every third time from the best so far, otherwise from a random seating.
  private mutating func restart(_ attempt: Int, steps: Int) {
    if attempt > 0 { energy = best.score.missedMust > 0 ? firm : smooth }
    let isReheating = attempt % 3 == 2
    board.seat(isReheating ? best.schedule : Seats.shuffled(instance, &chance), energy)
    cool(annealer, steps: steps - steps / 8, from: isReheating ? Temperatures.low : Temperatures.hot)
    settle(steps: steps / 8)
  }

  private mutating func polish(steps: Int) {
    board.seat(best.schedule, strict)
    settle(steps: steps)
  }

  /// Downhill and sideways, in the order of the score.
  private mutating func settle(steps: Int) {
    board.seat(board.schedule(), strict)
    annealer.cool(board, steps: steps, from: Temperatures.none, to: Temperatures.none, &limit, &chance)
    offer(board.schedule())
  }

  private mutating func cool(_ annealer: Annealer, steps: Int, from hot: Double = Temperatures.hot) {
    annealer.cool(board, steps: steps, from: hot, to: Temperatures.cold, &limit, &chance)
  }

  private mutating func even() {
    if best.score.fewestMet >= bounds.fewestMet || limit.isSpent { return }
    board.seat(best.schedule, strict)
    Evening(board).run(steps: 3000, &chance)
    offer(board.schedule())
  }
}
