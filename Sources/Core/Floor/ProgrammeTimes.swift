extension Programme {
  /// When a part is to begin and to end.
  package struct Times: Hashable, Sendable {
    package let from: Moment
    package let until: Moment
  }

  /// The times of all parts of an evening that begins at `start`.
  package func times(from start: Moment) -> [Times] {
    var next = start
    return parts.map { part in
      defer { next = next.adding(seconds: part.minutes * 60) }
      return Times(from: next, until: next.adding(seconds: part.minutes * 60))
    }
  }

  /// What a host who edits their programme should think of.
  package enum Advice: Hashable, Sendable {
    /// Longer than the party was announced for, by so many minutes.
    case isLong(minutes: Int)
    /// Two minutes for each who comes would need so many minutes.
    case introductionsAreShort(part: Int, needed: Int)
    /// So many introduce themselves to all that it would take so many minutes; at the tables it takes few.
    case introductionsAreLong(part: Int, people: Int, minutes: Int)
    /// Nobody says good-bye.
    case hasNoClose
    /// Nobody gets to talk to a few.
    case hasNoMingling
  }

  /// `people` is how many come, with the host; `announced` the minutes the party was announced for.
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
