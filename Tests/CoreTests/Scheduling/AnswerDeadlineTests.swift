import Foundation
import SystemZones
import Testing

@testable import Core

@Suite("The last day to answer")
struct AnswerDeadlineTests {
  private let now = Date(timeIntervalSince1970: 1_800_000_000)

  @Test("Never after the poll has ended, nor after its first slot has begun", arguments: 1...30, 1...30)
  func poll(_ deadline: Int, _ first: Int) {
    let party = Party.invented {
      ($0.dateKind, $0.answerDays, $0.pollDeadline) = (.poll, 14, now.addingTimeInterval(Double(deadline) * 86_400))
    }
    let slots = [first, first + 3].enumerated().map { place, day in
      Slot(
        id: SlotID(at: now, random: (UInt64(place), 7)), start: now.addingTimeInterval(Double(day) * 86_400 + 3600),
        minutes: 60)
    }
    let until = party.answerDeadline(from: now, slots: slots, in: Zones.system)
    #expect(until > now && until <= now.addingTimeInterval(Double(deadline) * 86_400))
    #expect(until <= slots[0].start)
  }

  @Test("A finished poll, or slots in the past, set no deadline in the past")
  func past() {
    let party = Party.invented { ($0.dateKind, $0.pollDeadline) = (.poll, now.addingTimeInterval(-3600)) }
    let slot = Slot(id: SlotID(at: now, random: (1, 7)), start: now.addingTimeInterval(-60), minutes: 60)
    #expect(party.answerDeadline(from: now, slots: [slot], in: Zones.system) > now)
  }

  @Test("Before a fixed date, and within the days the host gave")
  func fixed() {
    for day in 1...20 {
      let party = Party.invented { ($0.start, $0.answerDays) = (now.addingTimeInterval(Double(day) * 86_400), 7) }
      let until = party.answerDeadline(from: now, in: Zones.system)
      #expect(until > now && until <= party.start ?? now)
      #expect(until <= now.addingTimeInterval(8 * 86_400))
    }
  }
}
