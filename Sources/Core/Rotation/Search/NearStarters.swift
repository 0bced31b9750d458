/// Starters with few repeats; the shape that came closest to none goes first.
struct NearStarters {
  private let instance: RotationInstance
  private var untried: ArraySlice<StarterShape>
  /// Best first.
  private var tried: [(starter: CyclicStarter, score: RotationScore)] = []
  private var trials = 0

  /// There are no shapes where guests differ.
  init(_ instance: RotationInstance) {
    self.instance = instance
    let areAlike = instance.isUniform && instance.hasNoWishes && instance.rounds > 0
    untried =
      areAlike ? StarterShape.withFewRepeats(tableSizes: instance.tableSizes[0], rounds: instance.rounds)[...] : []
  }

  /// Rounds of each shape once, then mostly of the best ones. Nil if there is none.
  mutating func next(steps: Int, _ limit: inout SearchLimit, _ chance: inout Chance) -> [Seating]? {
    if let shape = untried.popFirst() {
      let starter = CyclicStarter(tableSizes: instance.tableSizes[0], shape: shape)
      let rounds = annealed(starter, steps, &limit, &chance)
      insert(starter, RotationScore(rounds, instance))
      return rounds
    }
    if tried.isEmpty { return nil }
    trials += 1
    let index = chance.favouringFirst(tried.count, trial: trials)
    let (starter, best) = tried[index]
    let rounds = annealed(starter, steps, &limit, &chance)
    let score = RotationScore(rounds, instance)
    if best < score {
      tried.remove(at: index)
      insert(starter, score)
    }
    return rounds
  }

  private func annealed(
    _ starter: CyclicStarter, _ steps: Int, _ limit: inout SearchLimit, _ chance: inout Chance
  ) -> [Seating] {
    starter.rounds(steps: steps, &limit, &chance).map { Seats.arranged($0, at: instance.tableSizes[0]) }
  }

  private mutating func insert(_ starter: CyclicStarter, _ score: RotationScore) {
    tried.insert((starter, score), at: tried.firstIndex { $0.score < score } ?? tried.count)
  }
}
