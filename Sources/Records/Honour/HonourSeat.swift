import Core

/// What the evening has to know of its guest of honour.
package struct HonourSeat: Sendable, Equatable {
  package let guest: GuestID
  package let slot: HonourSlot
  /// Those for the brief, at most three, in voted order.
  package let questions: [CircleQuestion<HonourQuestionID>]

  package init(guest: GuestID, slot: HonourSlot, questions: [CircleQuestion<HonourQuestionID>]) {
    self.guest = guest
    self.slot = slot
    self.questions = questions
  }
}
