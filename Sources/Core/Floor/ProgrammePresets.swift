extension Programme {
  package var minutes: Int { parts.reduce(0) { $0 + $1.minutes } }

  /// The usual arc for about this many minutes: the nearest of the arcs for 30 (an office visit), 45, 60 and 90, with
  /// its time at small tables made longer or shorter. The one for 90 follows the advice of people who have run many
  /// such evenings for about eight people.
  package static func preset(minutes: Int) -> Programme {
    nearest(
      to: minutes,
      among: [
        arc((.arrivals, 3), (.introductions, 6), (.question, 6), (.mingling, 11), (.close, 4)),
        arc((.arrivals, 5), (.introductions, 10), (.question, 10), (.mingling, 15), (.close, 5)),
        arc((.arrivals, 5), (.introductions, 12), (.question, 15), (.mingling, 20), (.close, 8)),
        arc((.arrivals, 5), (.introductions, 16), (.question, 29), (.mingling, 30), (.close, 10)),
      ])
  }

  /// The arc with a guest of honour who stays some twenty minutes, once everybody has been introduced and before tables
  /// talk.
  package static func presetWithGuestOfHonour(minutes: Int) -> Programme {
    nearest(
      to: minutes,
      among: [
        arc((.arrivals, 3), (.introductions, 7), (.guestOfHonour, 15), (.question, 8), (.mingling, 8), (.close, 4)),
        arc((.arrivals, 5), (.introductions, 10), (.guestOfHonour, 18), (.question, 10), (.mingling, 12), (.close, 5)),
        arc((.arrivals, 5), (.introductions, 16), (.guestOfHonour, 20), (.question, 16), (.mingling, 25), (.close, 8)),
      ])
  }

  /// The same arc with introductions that suit the number of people: two minutes each, as far as a third of the evening
  /// allows. The question and the time at small tables make room.
  package func fitting(people: Int) -> Programme {
    guard let place = parts.firstIndex(where: { $0.kind == .introductions }) else { return self }
    var result = self
    let wanted = min(people * FloorRules.turn / 60, minutes / 3)
    var missing = wanted - parts[place].minutes
    for kind in [Kind.mingling, .question] where missing > 0 {
      guard let giver = result.parts.firstIndex(where: { $0.kind == kind }) else { continue }
      let given = min(missing, max(0, result.parts[giver].minutes - Self.shortest))
      result.parts[giver].minutes -= given
      result.parts[place].minutes += given
      missing -= given
    }
    return result
  }

  /// In less time than this, in minutes, no table gets anywhere.
  private static let shortest = 5

  private static func arc(_ parts: (Kind, Int)...) -> Programme {
    Programme(parts: parts.map { Part(kind: $0, minutes: $1) })
  }

  private static func nearest(to minutes: Int, among arcs: [Programme]) -> Programme {
    var programme = arcs.min { abs($0.minutes - minutes) < abs($1.minutes - minutes) } ?? Programme(parts: [])
    let more = minutes - programme.minutes
    for place in programme.parts.indices where programme.parts[place].kind == .mingling {
      programme.parts[place].minutes = min(max(programme.parts[place].minutes + more, 1), 180)
    }
    return programme
  }
}
