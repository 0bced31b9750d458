extension Programme {
  /// The time at which a part is to begin, and to end.
  package struct Times: Hashable, Sendable {
    package let from: Moment
    package let until: Moment
  }

  /// The times of all parts for an evening that begins at `start`.
  package func times(from start: Moment) -> [Times] {
    var next = start
    return parts.map { part in
      defer { next = next.adding(seconds: part.minutes * 60) }
      return Times(from: next, until: next.adding(seconds: part.minutes * 60))
    }
  }

  /// Advice for a host who edits their programme.
  package enum Advice: Hashable, Sendable {
    /// This many minutes longer than the party was announced for.
    case isLong(minutes: Int)
    /// Two minutes for everybody who comes would need this many minutes.
    case introductionsAreShort(part: Int, needed: Int)
    /// With this many people, introductions to all would take this many minutes; at the tables they take only a few.
    case introductionsAreLong(part: Int, people: Int, minutes: Int)
    /// There is no good-bye.
    case hasNoClose
    /// There is no time to talk in small groups.
    case hasNoMingling
  }

  /// `people` is the number who come, the host included; `announced` the minutes the party was announced for.
  package func advice(people: Int, announced: Int) -> [Advice] {
    var advice: [Advice] = []
    if minutes > announced { advice.append(.isLong(minutes: minutes - announced)) }
    let needed = people * FloorRules.turn / 60
    for (place, part) in parts.enumerated() where part.kind == .introductions {
      if people > FloorRules.introductions {
        advice.append(.introductionsAreLong(part: place, people: people, minutes: needed))
      } else if part.minutes < needed {
        advice.append(.introductionsAreShort(part: place, needed: needed))
      }
    }
    if !parts.contains(where: { $0.kind == .mingling }) { advice.append(.hasNoMingling) }
    if parts.last?.kind != .close { advice.append(.hasNoClose) }
    return advice
  }
}
