/// The pairs who talked at one table, and how long each pair was together.
package struct Encounters: Hashable, Sendable {
  private var milliseconds: [FloorSetup.Pair: Int64] = [:]

  package init(_ history: FloorHistory) { self.init(history.talks) }

  /// Two met where their stays at one table overlap.
  package init(_ stays: [FloorHistory.Stay]) {
    for (_, talks) in Dictionary(grouping: stays, by: \.table) { add(talks) }
  }

  /// Whole seconds; 0 for those who haven't met.
  package func seconds(_ one: ParticipantID, _ other: ParticipantID) -> Int {
    Int(milliseconds[.init(one, other), default: 0] / 1000)
  }

  /// The people somebody met for at least so many seconds, the longest first.
  package func met(by who: ParticipantID, atLeast seconds: Int = 1) -> [(who: ParticipantID, seconds: Int)] {
    let others = milliseconds.compactMap { pair, time -> (who: ParticipantID, seconds: Int)? in
      guard pair.a == who || pair.b == who, time >= Int64(seconds) * 1000 else { return nil }
      return (pair.a == who ? pair.b : pair.a, Int(time / 1000))
    }
    return others.sorted { ($1.seconds, $0.who) < ($0.seconds, $1.who) }
  }

  private mutating func add(_ talks: [FloorHistory.Stay]) {
    for (place, one) in talks.enumerated() {
      for other in talks[(place + 1)...] where other.who != one.who {
        let together = min(one.until, other.until).milliseconds - max(one.from, other.from).milliseconds
        if together > 0 { milliseconds[.init(one.who, other.who), default: 0] += together }
      }
    }
  }
}
