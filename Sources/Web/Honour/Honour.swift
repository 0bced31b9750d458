import Core
import Foundation

/// A party's guest of honour, beside their guest row.
struct Honour: Sendable, Equatable {
  let guest: GuestID
  let party: PartyID
  var role: HonourSlot.Role
  /// Why them, in the host's words.
  var reason: String
  /// Minutes from the party's start to their slot, 0…480: the slot moves with the date.
  var beginsAfter: Int
  /// 5…120.
  var minutes: Int
  /// How often the slot was changed within the party.
  var slotChanges = 0
  /// 0…60.
  var lateMinutes = 0
  var arrivedAt: Moment?
  var leftAt: Moment?
  /// Somebody who may answer for them; nil for none.
  var assistant: Assistant?
  /// The host's thanks as last edited; empty while nobody has edited them.
  var thanks = ""
  var thankedAt: Moment?
  /// Whether they would come again; nil where they have not said.
  var again: Bool?

  struct Assistant: Sendable, Equatable {
    var name: String
    var email: String
  }

  /// Nil while the party has no date.
  func slot(at start: Date?) -> HonourSlot? {
    guard let start else { return nil }
    let begins = Moment(start).adding(seconds: beginsAfter * 60)
    var slot = HonourSlot(startsAt: begins, minutes: minutes, role: role)
    (slot.lateMinutes, slot.arrivedAt, slot.leftAt) = (lateMinutes, arrivedAt, leftAt)
    return slot
  }
}

/// What the evening has to know of its guest of honour.
struct HonourSeat: Sendable, Equatable {
  let guest: GuestID
  let slot: HonourSlot
  /// Those for the brief, at most three, in voted order.
  let questions: [CircleQuestion<HonourQuestionID>]
}
