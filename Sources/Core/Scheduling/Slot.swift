import Foundation

/// A time at which a party may take place.
package struct Slot: Sendable, Hashable, Identifiable {
  package let id: SlotID
  package let start: Date
  package let minutes: Int

  package init(id: SlotID, start: Date, minutes: Int) {
    self.id = id
    self.start = start
    self.minutes = minutes
  }

  package var end: Date { start.addingTimeInterval(Double(minutes) * 60) }
}

/// A guest's vote on a slot.
package enum VoteValue: String, Sendable, CaseIterable, Codable {
  case yes
  case ifNeeded
  case no
}
