import Foundation

/// A party's guest of honour, beside their guest row.
package struct Honour: Sendable, Equatable {
  package let guest: GuestID
  package let party: PartyID
  package var role: HonourSlot.Role
  /// The reason for inviting them, in the host's words.
  package var reason: String
  /// Minutes from the party's start to their slot, 0…480: the slot moves with the date.
  package var beginsAfter: Int
  /// 5…120.
  package var minutes: Int
  /// The number of times the slot was changed within the party.
  package var slotChanges = 0
  /// 0…60.
  package var lateMinutes = 0
  package var arrivedAt: Moment?
  package var leftAt: Moment?
  /// An assistant who may answer for them; nil if there is none.
  package var assistant: Assistant?
  /// The host's thanks as last edited; empty while nobody has edited them.
  package var thanks = ""
  package var thankedAt: Moment?
  /// Their answer to whether they would come again; nil until they give one.
  package var again: Bool?

  package init(
    guest: GuestID,
    party: PartyID,
    role: HonourSlot.Role,
    reason: String,
    beginsAfter: Int,
    minutes: Int,
    slotChanges: Int = 0,
    lateMinutes: Int = 0,
    arrivedAt: Moment? = nil,
    leftAt: Moment? = nil,
    assistant: Assistant? = nil,
    thanks: String = "",
    thankedAt: Moment? = nil,
    again: Bool? = nil
  ) {
    self.guest = guest
    self.party = party
    self.role = role
    self.reason = reason
    self.beginsAfter = beginsAfter
    self.minutes = minutes
    self.slotChanges = slotChanges
    self.lateMinutes = lateMinutes
    self.arrivedAt = arrivedAt
    self.leftAt = leftAt
    self.assistant = assistant
    self.thanks = thanks
    self.thankedAt = thankedAt
    self.again = again
  }

  package struct Assistant: Sendable, Equatable {
    package var name: String
    package var email: String

    package init(name: String, email: String) {
      self.name = name
      self.email = email
    }
  }

  /// Nil while the party has no date.
  package func slot(at start: Date?) -> HonourSlot? {
    guard let start else { return nil }
    let begins = Moment(start).adding(seconds: beginsAfter * 60)
    var slot = HonourSlot(startsAt: begins, minutes: minutes, role: role)
    (slot.lateMinutes, slot.arrivedAt, slot.leftAt) = (lateMinutes, arrivedAt, leftAt)
    return slot
  }
}
