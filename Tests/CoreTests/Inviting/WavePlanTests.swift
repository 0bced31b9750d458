import Testing

@testable import Core

@Suite("The plan of waves")
struct WavePlanTests {
  @Test("Chosen guests come first in order, then reserves in theirs")
  func order() throws {
    let guests = [guest(4, .reserve(2)), guest(2, .chosen(2)), guest(3, .reserve(1)), guest(1, .chosen(1))]
    #expect(try plan(seats: 3, guests).next.written == [1, 2, 3])
  }

  @Test("Expected declines open more seats, and shrink as declines arrive")
  func expectedDeclines() throws {
    let states: [GuestState] = [.declined, .silent, .accepted, .invited, .shortlisted, .shortlisted]
    let guests = states.enumerated().map { guest($0.offset, .chosen($0.offset), $0.element) }
    #expect(try plan(seats: 2, expecting: 2, guests).next.written == [])
    #expect(try plan(seats: 2, expecting: 3, guests).next.written == [4])
    #expect(try plan(seats: 3, expecting: 0, guests).declinesStillExpected == 0)
  }

  @Test("Guests who are suppressed, without an address or written to before are skipped")
  func passedOver() throws {
    let guests = [
      WavePlan.Guest(id: 1, standing: .chosen(1), state: .shortlisted, wasWrittenTo: false, isSuppressed: true),
      WavePlan.Guest(id: 2, standing: .chosen(2), state: .shortlisted, wasWrittenTo: false, hasAddress: false),
      WavePlan.Guest(id: 3, standing: .chosen(3), state: .shortlisted, wasWrittenTo: true),
      guest(4, .reserve(1)),
    ]
    let plan = try plan(seats: 2, guests)
    #expect(plan.next.written == [4])
    #expect(plan.withoutAddress == [2])
  }

  @Test("With the host's nod nothing is due automatically")
  func nod() throws {
    let guests = [guest(1, .chosen(1), .declined), guest(2, .reserve(1))]
    let asking = try plan(seats: 1, release: .afterNod, guests)
    #expect(asking.due.isEmpty && asking.proposed.written == [2])
    let automatic = try plan(seats: 1, guests)
    #expect(automatic.due.written == [2] && automatic.proposed.isEmpty)
  }

  @Test("Somebody on the waiting list comes before anybody new")
  func waiting() throws {
    let guests = [guest(1, .chosen(1), .declined), guest(2, .chosen(2), .waiting), guest(3, .reserve(1))]
    #expect(try plan(seats: 1, guests).next == WavePlan.Wave(admitted: [2], written: []))
    #expect(try plan(seats: 2, guests).next == WavePlan.Wave(admitted: [2], written: [3]))
  }

  private func guest(_ id: Int, _ standing: Standing, _ state: GuestState = .shortlisted) -> WavePlan<Int>.Guest {
    WavePlan.Guest(id: id, standing: standing, state: state, wasWrittenTo: state != .shortlisted)
  }

  private func plan(
    seats: Int, expecting: Int = 0, release: WavePlan<Int>.Release = .automatic, _ guests: [WavePlan<Int>.Guest]
  ) throws -> WavePlan<Int> {
    WavePlan(
      seats: seats, expectedDeclines: expecting, release: release, guests: guests,
      substance: try LetterSamples.substance(for: .sie))
  }
}
