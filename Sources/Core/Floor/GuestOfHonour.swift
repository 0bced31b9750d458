/// The guest of honour as the floor knows them: their slot, the circle's questions, and how far through these they are.
package struct GuestOfHonour: Hashable, Sendable, Codable {
  package let who: ParticipantID
  package var slot: HonourSlot
  /// Picked by the host, in voted order.
  package let questions: [String]
  /// The number of questions put to them so far.
  package var asked: Int
  /// Their time is over, and everybody has thanked them.
  package var isThanked: Bool

  package init(who: ParticipantID, slot: HonourSlot, questions: [String]) {
    self.who = who
    self.slot = slot
    self.questions = questions
    asked = 0
    isThanked = false
  }

  /// The part that changes during the evening; the agreed slot does not.
  package struct Progress: Hashable, Sendable, Codable {
    package var lateMinutes: Int
    package var arrivedAt: Moment?
    package var leftAt: Moment?
    package var asked: Int
    package var isThanked: Bool

    package init(
      lateMinutes: Int, arrivedAt: Moment? = nil, leftAt: Moment? = nil, asked: Int = 0, isThanked: Bool = false
    ) {
      self.lateMinutes = lateMinutes
      self.arrivedAt = arrivedAt
      self.leftAt = leftAt
      self.asked = asked
      self.isThanked = isThanked
    }
  }

  package var progress: Progress {
    get {
      Progress(
        lateMinutes: slot.lateMinutes, arrivedAt: slot.arrivedAt, leftAt: slot.leftAt, asked: asked,
        isThanked: isThanked)
    }
    set {
      (slot.lateMinutes, slot.arrivedAt, slot.leftAt) = (newValue.lateMinutes, newValue.arrivedAt, newValue.leftAt)
      (asked, isThanked) = (newValue.asked, newValue.isThanked)
    }
  }
}
