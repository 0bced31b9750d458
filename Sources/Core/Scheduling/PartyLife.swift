import Foundation

extension PartyStage {
  /// The evening took place and is over.
  package var isOver: Bool { self == .ended || self == .closed }

  /// There is nothing left to prepare: it is over, or will not take place.
  package var isDone: Bool { isOver || self == .cancelled }

  /// The date is settled, and guests can come to the door.
  package var isMeeting: Bool { self == .scheduled || self == .open }

  /// True while guests can still change anything.
  package var takesAnswers: Bool { [.inviting, .scheduled, .open].contains(self) }
}

/// Facts about a party; every question about one is answered here and nowhere else.
extension Party {
  package var isOver: Bool { stage.isOver }
  package var isDone: Bool { stage.isDone }
  package var isMeeting: Bool { stage.isMeeting }

  /// True until the date is settled: the host may look for one in any way.
  package var isPlannable: Bool { [.draft, .inviting].contains(stage) && confirmedAt == nil }

  /// True while guests can still change anything.
  package var takesAnswers: Bool { stage.takesAnswers }

  /// True if guests know a date: given by the host from the beginning, or confirmed.
  package var isDateKnown: Bool { start != nil && (dateKind == .fixed || confirmedAt != nil) }

  /// True while letters may leave: before the first one, while guests are invited, and while the date is still ahead.
  package func mayInvite(at now: Date) -> Bool {
    switch stage {
    case .draft, .inviting, .scheduled: start.map { $0 > now } ?? true
    case .open, .ended, .closed, .cancelled: false
    }
  }
}
