/// The facts about the circle in the letter to a guest of honour.
package struct HonourFacts: Sendable, Hashable {
  /// The people of the circle in a few words each: "Karin Holm, Leiterin Personal".
  package var members: [String]
  /// Evenings so far.
  package var evenings: Int
  /// The topics of those evenings, each once, newest first.
  package var topics: [String]
  /// The three questions with the most votes in the circle.
  package var questions: [String]
  /// The reason for inviting this guest, in the host's words; may be blank.
  package var reason: String
  package var minutes: Int
  /// The time in words with the zone; nil while it is not fixed.
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

/// The outcome of the circle's last evening, for the opening of the next letter.
package struct PreviousEvening: Sendable, Hashable {
  package var topic: String
  /// In the host's words; may be blank.
  package var outcome: String
  /// True if the reader was there.
  package var wasThere: Bool

  package init(topic: String, outcome: String, wasThere: Bool) {
    self.topic = topic
    self.outcome = outcome
    self.wasThere = wasThere
  }
}
