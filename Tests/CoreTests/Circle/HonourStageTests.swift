import Testing

@testable import Core

@Suite struct HonourStageTests {
  private let start = Moment(milliseconds: 1_800_000_000_000)

  @Test("Decide before the answer, prepare until an hour before, arrive from then on, thanks when they have gone")
  func stages() {
    var slot = HonourSlot(startsAt: start, minutes: 20, role: .guest)
    func stage(asked: Bool = false, coming: Bool = true, over: Bool = false, seconds: Int) -> HonourStage {
      HonourStage(isAsked: asked, isComing: coming, isOver: over, slot: slot, at: start.adding(seconds: seconds))
    }
    #expect(stage(asked: true, coming: false, seconds: -86_400) == .decide)
    #expect(stage(coming: false, seconds: -86_400) == .decide)
    #expect(stage(seconds: -3601) == .prepare)
    #expect(stage(seconds: -3600) == .arrive && stage(seconds: 600) == .arrive)
    slot.arrivedAt = start
    #expect(stage(seconds: 700) == .arrive)
    slot.leftAt = start.adding(seconds: 900)
    #expect(stage(seconds: 901) == .thanks && stage(over: true, seconds: 9000) == .thanks)
  }

  @Test("A delay is news in the last hour before and afterwards, as long as they are not here")
  func lateness() {
    var slot = HonourSlot(startsAt: start, minutes: 20, role: .guest)
    #expect(!slot.takesLateness(at: start.adding(seconds: -3601)))
    #expect(slot.takesLateness(at: start.adding(seconds: -3600)) && slot.takesLateness(at: start.adding(seconds: 60)))
    slot.arrivedAt = start
    #expect(!slot.takesLateness(at: start.adding(seconds: 60)))
  }
}
