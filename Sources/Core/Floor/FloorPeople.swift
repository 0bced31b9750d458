/// The people on the floor and the company each of them is in.
extension Floor {
  package func mayHost(_ who: ParticipantID) -> Bool { who == .host || who == hosting }

  /// Connected, outside the door or inside.
  package func isPresent(_ who: ParticipantID) -> Bool {
    switch people[who]?.presence {
    case .lobby, .waiting, .inside: true
    default: false
    }
  }

  package func isInside(_ who: ParticipantID) -> Bool { people[who]?.presence == .inside }

  package func isInRoom(_ who: ParticipantID) -> Bool { people[who]?.isInRoom ?? false }

  /// Inside and connected, in the order in which they first came.
  package var inside: [ParticipantID] { memory.arrivals.filter(isInside) }

  /// The people at a table, connected or about to come back, by seat.
  package func company(at table: TableID) -> [Participant] {
    people.values.filter { $0.table == table }.sorted { ($0.seat ?? 0, $0.id) < ($1.seat ?? 0, $1.id) }
  }

  /// The table a person stands at.
  package func table(of who: ParticipantID) -> FloorTable? {
    people[who]?.table.flatMap { tables[$0] }
  }

  func areAtSameTable(_ one: ParticipantID, _ other: ParticipantID) -> Bool {
    people[one]?.table != nil && people[one]?.table == people[other]?.table
  }

  /// True if they stood at one table this evening.
  package func haveMet(_ one: ParticipantID, _ other: ParticipantID) -> Bool {
    memory.met.contains(FloorSetup.Pair(one, other))
  }

  /// People inside who, for a minute or longer, have had nobody at their table, or no table, while others are inside
  /// and tables talk. Whoever hosts is told of them and isn't one of them.
  package func lonely(at now: Moment) -> [ParticipantID] {
    guard !isOnStage, !hasEnded, inside.count > 1 else { return [] }
    return inside.filter { who in
      who != hosting && !isBackstage(who)
        && memory.aloneSince[who].map { now.seconds(since: $0) >= FloorRules.alone } ?? false
    }
  }

  /// A guest of honour who goes round lets the tables keep talking.
  package var isOnStage: Bool { part?.kind.isOnStage ?? false && !isHonourAtTables }

  /// The current part.
  package var part: Programme.Part? {
    clock.flatMap { programme.indices.contains($0.index) ? programme[$0.index] : nil }
  }
}
