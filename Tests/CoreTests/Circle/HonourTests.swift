import TestKit
import Testing

@testable import Core

@Suite("The guest of honour's time")
struct HonourTests {
  private let start = Moment(milliseconds: 1_796_000_000_000)

  @Test("The slot counts down, is overdue, runs, and ends with thanks, never with a cut")
  func standing() {
    var slot = HonourSlot(startsAt: start, minutes: 20, role: .guest)
    #expect(slot.standing(at: start.adding(seconds: -90)) == .ahead(90))
    #expect(slot.standing(at: start.adding(seconds: 30)) == .overdue(30))
    slot.lateMinutes = 10
    #expect(slot.standing(at: start.adding(seconds: 30)) == .ahead(570))
    slot.arrivedAt = start.adding(seconds: 600)
    #expect(slot.standing(at: start.adding(seconds: 660)) == .here(19 * 60))
    #expect(slot.standing(at: start.adding(seconds: 600 + 1200 + 5)) == .thanks(5))
    slot.leftAt = start.adding(seconds: 1900)
    #expect(slot.standing(at: start.adding(seconds: 2000)) == .gone)
  }

  @Test("Somebody very late may still leave ten minutes after their time")
  func overtime() {
    var slot = HonourSlot(startsAt: start, minutes: 20, role: .guest)
    slot.arrivedAt = start.adding(seconds: 25 * 60)
    #expect(slot.endsAt == start.adding(seconds: 30 * 60))
  }

  @Test("Somebody who reported their delay stays as long as promised", arguments: [10, 20, 30, 60])
  func announcedLateness(_ late: Int) {
    var slot = HonourSlot(startsAt: start, minutes: 20, role: .guest)
    slot.lateMinutes = late
    slot.arrivedAt = start.adding(seconds: late * 60)
    #expect(slot.standing(at: start.adding(seconds: late * 60)) == .here(20 * 60))
  }

  @Test("Nobody who arrives is told at once that their time is up", arguments: 0...120)
  func neverAtOnce(_ minutes: Int) {
    var slot = HonourSlot(startsAt: start, minutes: 20, role: .guest)
    slot.arrivedAt = start.adding(seconds: minutes * 60)
    guard case .here(let rest) = slot.standing(at: start.adding(seconds: minutes * 60)) else {
      Issue.record("not here")
      return
    }
    #expect(rest >= 300)
  }

  @Test("A delay extends the mingling before it, and the close stays at the end")
  func rearranged() {
    let programme = Programme(parts: [
      .init(kind: .arrivals, minutes: 5), .init(kind: .introductions, minutes: 16), .init(kind: .mingling, minutes: 20),
      .init(kind: .guestOfHonour, minutes: 15), .init(kind: .close, minutes: 5),
    ])
    var slot = HonourSlot(startsAt: start.adding(seconds: 41 * 60), minutes: 20, role: .speaker)
    #expect(programme.rearranged(for: slot, clock: nil, begins: start).parts.map(\.minutes) == [5, 16, 20, 20, 5])
    slot.lateMinutes = 10
    #expect(programme.rearranged(for: slot, clock: nil, begins: start).parts.map(\.minutes) == [5, 16, 30, 20, 5])
    let clock = ProgrammeClock(index: 2, startedAt: start.adding(seconds: 1260), endsAt: start.adding(seconds: 2460))
    let late = programme.rearranged(for: slot, clock: clock, begins: start)
    #expect(late.parts.map(\.kind) == [.arrivals, .introductions, .mingling, .mingling, .guestOfHonour, .close])
    #expect(late.parts[3].minutes == 10)
  }

  @Test("Whatever the slot, no part is lost, kinds keep their order, and minutes stay in range", arguments: 0..<60)
  func property(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    var parts = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
      Programme.Part(
        kind: [.arrivals, .introductions, .question, .mingling].randomElement(using: &chance) ?? .mingling,
        minutes: .random(in: 1...60, using: &chance))
    }
    parts += [.init(kind: .guestOfHonour, minutes: 15), .init(kind: .close, minutes: 5)]
    var slot = HonourSlot(
      startsAt: start.adding(seconds: .random(in: 0...7200, using: &chance)), minutes: 20, role: .guest)
    slot.lateMinutes = .random(in: 0...30, using: &chance)
    let index = Int.random(in: -1..<parts.count, using: &chance)
    let clock = index < 0 ? nil : ProgrammeClock(index: index, startedAt: start, endsAt: start.adding(seconds: 300))
    let before = Programme(parts: parts)
    let after = before.rearranged(for: slot, clock: clock, begins: start)
    #expect(after.parts.allSatisfy { (1...180).contains($0.minutes) })
    #expect(after.parts.prefix(max(0, index + 1)).elementsEqual(before.parts.prefix(max(0, index + 1))))
    let kinds = after.parts.map(\.kind)
    #expect(kinds == before.parts.map(\.kind) || kinds.count == before.parts.count + 1)
    #expect(kinds.last == .close)
  }

  @Test("A delay grows by ten minutes up to an hour, can be undone, and ends with the arrival")
  func lateness() {
    var slot = HonourSlot(startsAt: start, minutes: 20, role: .guest)
    for expected in [10, 20, 30, 40, 50, 60, 60] {
      slot.comesLater()
      #expect(slot.lateMinutes == expected && slot.expectedAt == start.adding(seconds: expected * 60))
    }
    slot.comesOnTime()
    #expect(slot.lateMinutes == 0)
    slot.comesLater()
    slot.arrivedAt = start
    slot.comesLater()
    slot.comesOnTime()
    #expect(slot.lateMinutes == 10)
  }

  @Test("The brief has the host's three, filled up by votes")
  func brief() {
    func question(_ id: Int, votes: Int, picked: Bool = false) -> CircleQuestion<Int> {
      CircleQuestion(id: id, text: "", votes: votes, askedAt: start.adding(seconds: id), isPicked: picked)
    }
    let questions = [
      question(1, votes: 1, picked: true), question(2, votes: 5), question(3, votes: 2), question(4, votes: 2),
    ]
    #expect(questions.forBrief().map(\.id) == [2, 3, 1])
    #expect(questions.inVotedOrder().map(\.id) == [2, 3, 4, 1])
  }
}
