/// The timed arc of an evening.
package struct Programme: Hashable, Sendable, Codable {
  package var parts: [Part]
  package init(parts: [Part]) { self.parts = parts }

  package struct Part: Hashable, Sendable, Codable {
    package var kind: Kind
    /// The host's own name for it; empty for the usual one.
    package var title: String
    /// 1…180.
    package var minutes: Int
    package init(kind: Kind, title: String = "", minutes: Int) {
      self.kind = kind
      self.title = title
      self.minutes = minutes
    }

    /// Introductions at tables of this size: two minutes for each person, and two to find a place.
    package static func tableIntroductions(_ tableLimit: Int) -> Part {
      Part(kind: .tableIntroductions, minutes: (tableLimit + 1) * FloorRules.turn / 60)
    }
  }

  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case arrivals, introductions, question, mingling, guestOfHonour, close
    /// Everybody tells the people at their table who they are, since telling all would take too long.
    case tableIntroductions
    /// On the stage everybody hears one person; otherwise tables talk.
    package var isOnStage: Bool { ![.arrivals, .mingling, .tableIntroductions].contains(self) }
  }
}

/// The evening's position in its programme. Times are the server's.
package struct ProgrammeClock: Hashable, Sendable, Codable {
  package var index: Int
  package var startedAt: Moment
  /// The end of the part; meaningless while the clock is held.
  package var endsAt: Moment
  /// Since when the host has held the clock; nil while it runs.
  package var heldSince: Moment?
  /// True once the soft warning before the end was given.
  package var isWarned: Bool
  package init(index: Int, startedAt: Moment, endsAt: Moment, heldSince: Moment? = nil, isWarned: Bool = false) {
    self.index = index
    self.startedAt = startedAt
    self.endsAt = endsAt
    self.heldSince = heldSince
    self.isWarned = isWarned
  }
}

/// The person who has the word on the stage, the next ones, and those who asked for it.
package struct Stage: Hashable, Sendable, Codable {
  package var speaker: ParticipantID?
  /// The end of the speaker's two minutes; nobody is cut off, the clock only shows it.
  package var until: Moment?
  /// Next in line: first in the programme's order, then in the order of asking.
  package var queue: [ParticipantID]
  /// People who were offered the word and have not answered yet.
  package var offered: [ParticipantID]
  /// The host who tapped the glass and speaks to all tables; nil for nobody.
  package var glass: ParticipantID?
  package init() {
    queue = []
    offered = []
  }
}

/// Mingling in rounds.
package struct Rounds: Hashable, Sendable, Codable {
  package var count: Int
  package var minutes: Int
  /// From 1; 0 before the first.
  package var current: Int
  package var endsAt: Moment?
  /// True if the round belongs to a plan for all rounds; nil where each is planned afresh, because people come and go
  /// or are few.
  package var isWhole: Bool?
  package init(count: Int, minutes: Int) {
    self.count = count
    self.minutes = minutes
    current = 0
  }
}
