import Core

/// What the evening has to know of its guest of honour.
struct HonourSeat: Sendable, Equatable {
  let guest: GuestID
  let slot: HonourSlot
  /// Those for the brief, at most three, in voted order.
  let questions: [CircleQuestion<HonourQuestionID>]
}
