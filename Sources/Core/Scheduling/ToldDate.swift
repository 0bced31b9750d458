import Foundation

/// The time of a party, as calendars and letters state it.
package struct PartyTime: Sendable, Hashable {
  package var start: Date
  package var minutes: Int
  /// IANA name of the zone in which the host chose it.
  package var zone: String

  package init(start: Date, minutes: Int, zone: String) {
    self.start = start
    self.minutes = minutes
    self.zone = zone
  }
}

/// The things that can be said about a party's date.
package enum DateWord: Sendable, Hashable {
  case open
  /// The slots to choose from.
  case poll(Set<Date>)
  case date(PartyTime)

  package var isDate: Bool {
    if case .date = self { true } else { false }
  }

  package var isPoll: Bool {
    if case .poll = self { true } else { false }
  }
}

/// The date as a guest was last told it, by letter, by a later mail, or by a calendar entry.
package struct ToldDate: Sendable, Hashable {
  /// Nil before their letter: they know nothing.
  package var word: DateWord?
  /// The entry in their calendar; nil for none.
  package var entry: Entry?

  /// The way an entry lists its guest.
  package enum Entry: Sendable, Hashable { case coming, perhaps }

  package init(word: DateWord? = nil, entry: Entry? = nil) {
    self.word = word
    self.entry = entry
  }
}

extension Party {
  /// The date as it stands for this guest: a guest of honour is expected at their slot.
  package func dateWord(for guest: Guest, slots: [Slot]) -> DateWord {
    if isDateKnown, let start = guest.start(at: self) {
      return .date(PartyTime(start: start, minutes: guest.minutes(at: self), zone: zone))
    }
    return dateKind == .poll && !slots.isEmpty ? .poll(Set(slots.map(\.start))) : .open
  }
}
