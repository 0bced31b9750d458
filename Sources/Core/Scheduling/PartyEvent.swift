/// A step in a party's life.
package enum PartyEvent: Sendable, Hashable {
  /// The first letters shall leave. The substance is complete by its type.
  case invite(CompleteSubstance)
  /// The date is fixed, by the host or after the poll. `guests` counts those who were invited and have not declined.
  case confirm(LocalTime, guests: Int)
  /// The date moves, after everybody has it in their calendar.
  case changeDate(LocalTime)
  case open
  case end
  case close
  case cancel

  /// Part of the string keys.
  var name: String {
    switch self {
    case .invite: "invite"
    case .confirm: "confirm"
    case .changeDate: "changeDate"
    case .open: "open"
    case .end: "end"
    case .close: "close"
    case .cancel: "cancel"
    }
  }
}

/// What the shell does because of a step.
package enum PartyEffect: Sendable, Hashable {
  case sendLetters
  /// To every guest who has not declined: their own entry of this revision (METHOD:REQUEST), new or changed.
  case sendCalendar(CalendarRevision)
  /// To everybody who was invited and has not declined, while there is no date yet: a word that it won't take place.
  case sendCancellation
  /// To everybody who has the entry (METHOD:CANCEL), with the word that it won't take place.
  case sendCalendarCancellation(CalendarRevision)
  case openDoors
  case closeDoors
  case sendSummaries
}

/// Why a step cannot be taken, in a message for the host.
package struct PartyRefusal: Error, Hashable {
  package let message: Message

  init(message: Message) {
    self.message = message
  }

  /// The step doesn't belong to the stage.
  init(event: PartyEvent, stage: PartyStage) {
    switch stage {
    case .closed, .cancelled: message = Message("party.refused.\(stage.rawValue)")
    default: message = Message("party.refused.\(event.name)")
    }
  }
}
