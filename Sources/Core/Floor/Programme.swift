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

    /// Introductions at tables for so many: two minutes for each, and two to find a place.
    package static func tableIntroductions(_ tableLimit: Int) -> Part {
      Part(kind: .tableIntroductions, minutes: (tableLimit + 1) * FloorRules.turn / 60)
    }
  }

  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case arrivals, introductions, question, mingling, guestOfHonour, close
    /// Each tells those at their table who they are, where to tell all would take too long.
    case tableIntroductions
    /// On the stage everybody hears one person; otherwise tables talk.
    package var isOnStage: Bool { ![.arrivals, .mingling, .tableIntroductions].contains(self) }
  }
}

/// Where the evening is in its programme. Times are the server's.
package struct ProgrammeClock: Hashable, Sendable, Codable {
  package var index: Int
  package var startedAt: Moment
  /// When the part is over; meaningless while held.
  package var endsAt: Moment
  /// Since when the host holds the clock; nil when it runs.
  package var heldSince: Moment?
  /// The soft warning before the end was given.
  package var isWarned: Bool
  package init(index: Int, startedAt: Moment, endsAt: Moment, heldSince: Moment? = nil, isWarned: Bool = false) {
    self.index = index
    self.startedAt = startedAt
    self.endsAt = endsAt
    self.heldSince = heldSince
    self.isWarned = isWarned
  }
}

/// Who has the word on the stage, who comes next, who asked for it.
package struct Stage: Hashable, Sendable, Codable {
  package var speaker: ParticipantID?
  /// When the speaker's two minutes are over; nobody is cut off, the clock only shows it.
  package var until: Moment?
  /// Next in line: the programme's order first, then who asked.
  package var queue: [ParticipantID]
  /// Who was offered the word and has not answered yet.
  package var offered: [ParticipantID]
  /// The host who tapped the glass and speaks to all tables; nil when none.
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
  /// The round is one of a plan for all of them; nil where each is planned anew, because people come and go or are few.
  package var isWhole: Bool?
  package init(count: Int, minutes: Int) {
    self.count = count
    self.minutes = minutes
    current = 0
  }
}
