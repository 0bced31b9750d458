import Foundation

/// A step in a party's life.
package enum PartyEvent: Sendable, Hashable {
  /// The first letters are to leave. The type guarantees a complete substance.
  case invite(CompleteSubstance)
  /// The date is fixed, by the host or after the poll. `guests` counts those who were invited and have not declined.
  case confirm(PartyDate, guests: Int)
  /// The date moves after everybody has it in their calendar.
  case changeDate(PartyDate)
  /// The length or place of the entry changes while the date stays; calendars have to hear about it.
  case changeEntry
  case open
  /// By whoever hosts, or by the clock; an evening whose doors were never opened may have been held elsewhere.
  case end
  case close
  case cancel
  /// It did not take place. `start` is the time at which it should have begun; `guests` counts the people who were
  /// inside.
  case missed(start: Date?, guests: Int)
  /// A party that did not take place gets another date.
  case setAnew(PartyDate)

  /// Part of the string keys.
  var name: String {
    switch self {
    case .invite: "invite"
    case .confirm: "confirm"
    case .changeDate, .changeEntry, .setAnew: "changeDate"
    case .open: "open"
    case .end: "end"
    case .close: "close"
    case .cancel: "cancel"
    case .missed: "missed"
    }
  }
}

/// The reason why a step cannot be taken, as a message for the host.
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
