/// What the letter to a guest of honour tells of the circle.
package struct HonourFacts: Sendable, Hashable {
  /// Who the circle is, in a few words each: "Karin Holm, Leiterin Personal".
  package var members: [String]
  /// Evenings so far.
  package var evenings: Int
  /// What they were about, each once, the newest first.
  package var topics: [String]
  /// The three that the circle voted highest.
  package var questions: [String]
  /// Why this guest, in the host's words. Blank is allowed.
  package var reason: String
  package var minutes: Int
  /// When, in words with the zone; nil while it is not fixed.
  package var date: String?
  package var role: HonourSlot.Role

  package init(
    members: [String], evenings: Int, topics: [String], questions: [String], reason: String = "", minutes: Int,
    date: String?, role: HonourSlot.Role
  ) {
    self.members = members
    self.evenings = evenings
    var known: Set<String> = []
    self.topics = topics.filter { known.insert($0.lowercased()).inserted }
    self.questions = questions
    self.reason = reason
    self.minutes = minutes
    self.date = date
    self.role = role
  }
}

/// What came of the circle's last evening, for the opening of the next letter.
package struct PreviousEvening: Sendable, Hashable {
  package var topic: String
  /// In the host's words; blank is allowed.
  package var outcome: String
  /// Whether the reader was there.
  package var wasThere: Bool

  package init(topic: String, outcome: String, wasThere: Bool) {
    self.topic = topic
    self.outcome = outcome
    self.wasThere = wasThere
  }
}
