/// Arcs that those who have run many such evenings recommend. The host changes them as they like.
package enum ProgrammePreset: String, Sendable, CaseIterable {
  case short, middle, long, guestOfHonour

  package var programme: Programme {
    switch self {
    case .short: Self.arc((.arrivals, 5), (.introductions, 10), (.question, 10), (.mingling, 15), (.close, 5))
    case .middle: Self.arc((.arrivals, 5), (.introductions, 15), (.question, 15), (.mingling, 20), (.close, 5))
    case .long: Self.arc((.arrivals, 5), (.introductions, 20), (.question, 25), (.mingling, 30), (.close, 10))
    case .guestOfHonour:
      Self.arc(
        (.arrivals, 5), (.introductions, 15), (.guestOfHonour, 20), (.question, 15), (.mingling, 25), (.close, 10))
    }
  }

  private static func arc(_ parts: (Programme.Kind, Int)...) -> Programme {
    Programme(parts: parts.map { Programme.Part(kind: $0.0, minutes: $0.1) })
  }
}

extension Programme {
  package var minutes: Int { parts.reduce(0) { $0 + $1.minutes } }

  /// The longest arc that fits; what is left goes to the tables. A shorter evening has less of everything.
  package static func usual(minutes: Int) -> Programme {
    let presets: [ProgrammePreset] = [.long, .middle, .short]
    guard var arc = presets.lazy.map(\.programme).first(where: { $0.minutes <= minutes }) else {
      return shortened(to: max(minutes, 5))
    }
    let rest = minutes - arc.minutes
    if let tables = arc.parts.firstIndex(where: { $0.kind == .mingling }) {
      arc.parts[tables].minutes = min(180, arc.parts[tables].minutes + rest)
    }
    return arc
  }

  private static func shortened(to minutes: Int) -> Programme {
    var arc = ProgrammePreset.short.programme
    let whole = arc.minutes
    for index in arc.parts.indices { arc.parts[index].minutes = max(1, arc.parts[index].minutes * minutes / whole) }
    return arc
  }
}
