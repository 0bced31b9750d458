/// The current purpose of a guest of honour's page. It shows one thing at a time.
package enum HonourStage: String, Sendable, CaseIterable {
  /// They decide whether to come.
  case decide
  /// They see who will be there and what they will be asked.
  case prepare
  /// They find the door, report a delay, and leave.
  case arrive
  /// The party is over for them.
  case thanks

  /// - Parameters:
  ///   - isAsked: true while they have not answered.
  ///   - isComing: true if they said yes or perhaps.
  ///   - slot: nil while no date is settled.
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
  /// Seconds before their slot from which the page is about arriving and a delay is news; before that, the slot itself
  /// can be moved.
  package static let near = 3600

  package func isNear(at now: Moment) -> Bool { startsAt.seconds(since: now) <= Self.near }

  /// True while they can still report a delay.
  package func takesLateness(at now: Moment) -> Bool { arrivedAt == nil && isNear(at: now) }
}
