/// A schedule for an instance, how good it is, and how good any could be.
package struct RotationPlan: Sendable, Equatable {
  package let schedule: [Seating]
  package let score: RotationScore
  package let bounds: RotationBounds
  /// Proved: nothing better is possible, but for how many people the worst-off guest meets.
  package let isBest: Bool

  /// Searches until nothing better can be proved possible, or the limit is reached. The same instance, seed and number of
  /// steps give the same plan; the schedule always seats everybody who is there, at tables of the right sizes.
  package init(_ instance: RotationInstance, seed: UInt64, limit: SearchLimit) {
    var search = RotationSearch(instance, seed: seed, limit: limit)
    search.run()
    schedule = search.best.schedule
    score = search.best.score
    bounds = search.bounds
    isBest = search.isProved
  }
}
