import Foundation

extension PartyStage {
  /// The evening took place and is over.
  package var isOver: Bool { self == .ended || self == .closed }

  /// There is nothing left to prepare: it is over, or it will not take place.
  package var isDone: Bool { isOver || self == .cancelled }

  /// The date stands, and one can come to the door.
  package var isMeeting: Bool { self == .scheduled || self == .open }

  /// Whether guests can still change anything.
  package var takesAnswers: Bool { [.inviting, .scheduled, .open].contains(self) }
}

/// What is true of a party; asked here and nowhere else.
extension Party {
  package var isOver: Bool { stage.isOver }
  package var isDone: Bool { stage.isDone }
  package var isMeeting: Bool { stage.isMeeting }

  /// Before the date stands, the host may look for it in whatever way.
  package var isPlannable: Bool { [.draft, .inviting].contains(stage) && confirmedAt == nil }

  /// Whether guests can still change anything.
  package var takesAnswers: Bool { stage.takesAnswers }

  /// Whether guests know a date: given by the host from the beginning, or confirmed.
  package var isDateKnown: Bool { start != nil && (dateKind == .fixed || confirmedAt != nil) }

  /// Letters may leave: before the first one, while guests are invited, and while the date is still ahead.
  package func mayInvite(at now: Date) -> Bool {
    switch stage {
    case .draft, .inviting, .scheduled: start.map { $0 > now } ?? true
    case .open, .ended, .closed, .cancelled: false
    }
  }
}
