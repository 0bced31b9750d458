/// A schedule for an instance, its score, and the best score any schedule could have.
package struct RotationPlan: Sendable, Equatable {
  package let schedule: [Seating]
  package let score: RotationScore
  package let bounds: RotationBounds
  /// Proved: nothing better is possible, except in the number of people the worst-off guest meets.
  package let isBest: Bool

  /// Searches until it can prove that nothing better is possible, or until the limit. The same instance, seed and
  /// number of steps give the same plan; the schedule always seats everybody present, at tables of the right sizes.
  package init(_ instance: RotationInstance, seed: UInt64, limit: SearchLimit) {
    var search = RotationSearch(instance, seed: seed, limit: limit)
    search.run()
    schedule = search.best.schedule
    score = search.best.score
    bounds = search.bounds
    isBest = search.isProved
  }
}
