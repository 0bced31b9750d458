/// What a guest of honour's page is for just now. It shows one thing at a time.
package enum HonourStage: String, Sendable, CaseIterable {
  /// Whether they come.
  case decide
  /// Who will be there, and what they are asked.
  case prepare
  /// The door, a lateness, the exit.
  case arrive
  /// After it.
  case thanks

  /// - Parameters:
  ///   - isAsked: they have not answered yet.
  ///   - isComing: they said yes or perhaps.
  ///   - slot: nil while there is no date that stands.
  package init(isAsked: Bool, isComing: Bool, isOver: Bool, slot: HonourSlot?, at now: Moment) {
    if isOver || slot?.leftAt != nil {
      self = .thanks
    } else if isAsked || !isComing {
      self = .decide
    } else {
      self = slot.map { $0.isNear(at: now) } ?? false ? .arrive : .prepare
    }
  }
}

extension HonourSlot {
  /// Seconds before their time from which it is about coming, and from which a lateness is news: earlier the time can be moved.
  package static let near = 3600

  package func isNear(at now: Moment) -> Bool { startsAt.seconds(since: now) <= Self.near }

  /// Whether they can still say that they will be late.
  package func takesLateness(at now: Moment) -> Bool { arrivedAt == nil && isNear(at: now) }
}
