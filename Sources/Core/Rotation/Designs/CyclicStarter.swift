/// Rounds with few or no repeats that grow from a single one: guests stand in circles of m places, a few stand still,
/// and from round to round everybody in a circle moves on by one place.
///
/// Two guests at one table of the first round lend their distance to all pairs of the same circles with that distance:
/// if no distance occurs twice at the tables of the first round, no pair meets twice in m rounds. A short anneal finds
/// such a first round (a starter, in the theory of designs), since there is only one round to look at. Two or three
/// starters that share the distances give two or three times as many rounds. Where repeats can't be avoided, the same
/// anneal finds first rounds with few, along with further rounds that aren't developed and seat the people who haven't
/// met.
struct CyclicStarter {
  private let shape: StarterShape
  private let tableSizes: [Int]
  private let classes: DistanceClasses

  init(tableSizes: [Int], shape: StarterShape) {
    self.shape = shape
    self.tableSizes = tableSizes
    classes = DistanceClasses(guests: tableSizes.reduce(0, +), circle: shape.circle, still: shape.still)
  }

  /// True if there are as many distances as pairs at the tables of the starters.
  var isPossible: Bool {
    classes.sizes.count { $0 == shape.circle } >= shape.starters * TableSizes.meetings(tableSizes)
  }

  /// The rounds, if an anneal of about `steps` swaps at this temperature finds starters without repeats; at most as
  /// many as the starters times the circle. A temperature of 0.25 finds large circles sooner, 0.35 large tables.
  func rounds(
    _ count: Int, steps: Int, temperature: Double, _ limit: inout SearchLimit, _ chance: inout Chance
  ) -> [Seating]? {
    let search = StarterSearch(tableSizes: tableSizes, shape: shape, classes: classes, &chance)
    search.run(steps: steps, from: temperature, to: temperature, &limit, &chance)
    return search.repeats == 0 ? Array(developed(search).prefix(count)) : nil
  }

  /// The rounds with the fewest repeats that an anneal of about `steps` swaps finds, further rounds included.
  func rounds(steps: Int, _ limit: inout SearchLimit, _ chance: inout Chance) -> [Seating] {
    let search = StarterSearch(tableSizes: tableSizes, shape: shape, classes: classes, &chance)
    search.run(steps: steps, from: 0.5, to: 0.2, &limit, &chance)
    return developed(search)
  }

  /// The starters of a search, turned round their circles, then its further rounds.
  func developed(_ search: StarterSearch) -> [Seating] {
    let found = search.rounds
    let turned = (0..<shape.circle).flatMap { turn in
      found.prefix(shape.starters).map { round in round.map { $0.map { classes.moved($0, by: turn) } } }
    }
    return turned + found.dropFirst(shape.starters)
  }
}
