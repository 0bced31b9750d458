import Core

/// The facts about its guest of honour that the evening needs.
package struct HonourSeat: Sendable, Equatable {
  package let guest: GuestID
  package let slot: HonourSlot
  /// The questions for the brief, at most three, in voted order.
  package let questions: [CircleQuestion<HonourQuestionID>]

  package init(guest: GuestID, slot: HonourSlot, questions: [CircleQuestion<HonourQuestionID>]) {
    self.guest = guest
    self.slot = slot
    self.questions = questions
  }
}
