import Foundation
import TestKit
import Testing

@testable import Core

/// Plays random histories of a party and checks the invariants after each step.
@Suite("Histories of waves")
struct WaveHistoryTests {
  @Test("Whatever guests do, the promises of the waves hold", arguments: UInt64(1)...100)
  func histories(seed: UInt64) throws {
    var history = WaveHistory(seed: seed, substance: try LetterSamples.substance(for: .sie))
    for _ in 0..<80 {
      history.step()
      try #require(history.held <= history.allowed, "seed \(seed)")
    }
    #expect(history.isInOrder, "seed \(seed)")
    #expect(history.letters.values.allSatisfy { $0 == 1 }, "seed \(seed)")
    #expect(history.reminders.values.allSatisfy { $0 == 1 }, "seed \(seed)")
    #expect(history.letters.keys.allSatisfy { !history.isUnreachable($0) }, "seed \(seed)")
    if history.release == .automatic { #expect(history.plan.next.isEmpty, "seed \(seed): released by itself") }
  }
}

private struct WaveHistory {
  private(set) var letters: [Int: Int] = [:]
  private(set) var reminders: [Int: Int] = [:]
  let release: WavePlan<Int>.Release
  private var order: [Int] = []
  private var dice: SeededGenerator
  private var invitations: [Invitation]
  private var suppressed: Set<Int> = []
  private let suppressedFromStart: Set<Int>
  private let withoutAddress: Set<Int>
  private let seats: Int
  private let expected: Int
  private let chosen: Int
  private let substance: CompleteSubstance
  private var now = Date(timeIntervalSince1970: 1_800_000_000)

  init(seed: UInt64, substance: CompleteSubstance) {
    var dice = SeededGenerator(seed: seed)
    let count = Int.random(in: 4...20, using: &dice)
    seats = Int.random(in: 1...10, using: &dice)
    expected = Int.random(in: 0...4, using: &dice)
    chosen = Int.random(in: 1...count, using: &dice)
    release = Bool.random(using: &dice) ? .automatic : .afterNod
    suppressedFromStart = Set((0..<count).filter { _ in Int.random(in: 0..<8, using: &dice) == 0 })
    withoutAddress = Set((0..<count).filter { _ in Int.random(in: 0..<8, using: &dice) == 0 })
    suppressed = suppressedFromStart
    invitations = Array(repeating: Invitation(), count: count)
    self.dice = dice
    self.substance = substance
  }

  var plan: WavePlan<Int> {
    let guests = invitations.indices.map { id in
      WavePlan.Guest(
        id: id, standing: id < chosen ? .chosen(id + 1) : .reserve(id - chosen + 1), state: invitations[id].state,
        wasWrittenTo: invitations[id].invitedAt != nil, isSuppressed: suppressed.contains(id),
        hasAddress: !withoutAddress.contains(id))
    }
    return WavePlan(
      seats: seats, expectedDeclines: expected, release: release, guests: guests.reversed(), substance: substance)
  }

  var held: Int { invitations.count { [.invited, .tentative, .accepted].contains($0.state) } }

  /// Seats, plus those expected declines that have not arrived, counted here independently of the plan.
  var allowed: Int {
    seats + max(0, expected - (letters.count - held))
  }

  var isInOrder: Bool { order == order.sorted() }

  func isUnreachable(_ id: Int) -> Bool { suppressedFromStart.contains(id) || withoutAddress.contains(id) }

  mutating func step() {
    now += 3_600 * Double(Int.random(in: 1...30, using: &dice))
    happen(to: Int.random(in: invitations.indices, using: &dice))
    for id in invitations.indices { apply(.deadlinePassed, to: id) }
    remindAll()
    carryOut(plan.due)
    if Int.random(in: 0..<3, using: &dice) == 0 { carryOut(plan.proposed) }
  }

  private mutating func happen(to id: Int) {
    switch Int.random(in: 0..<20, using: &dice) {
    case 0..<12:
      let answer = Answer.allCases.randomElement(using: &dice) ?? .no
      apply(.answered(answer, word: nil, hasRoom: plan.hasRoom), to: id)
    case 12: apply(.withdrawn, to: id)
    case 13:
      suppressed.insert(id)
      apply(.objected, to: id)
    case 14: apply(.reminded, to: id)
    default: break
    }
  }

  private mutating func remindAll() {
    let rule = ReminderRule(daysBefore: 3)
    for id in invitations.indices where rule.isDue(invitations[id], isSuppressed: suppressed.contains(id), at: now) {
      apply(.reminded, to: id)
    }
  }

  private mutating func carryOut(_ wave: WavePlan<Int>.Wave) {
    for id in wave.admitted { apply(.admitted, to: id) }
    for id in wave.written { apply(.invited(answerBy: now + 10 * 86_400), to: id) }
  }

  private mutating func apply(_ event: Invitation.Event, to id: Int) {
    for effect in invitations[id].apply(event, at: now) {
      if effect == .writeInvitation {
        letters[id, default: 0] += 1
        order.append(id)
      }
      if effect == .writeReminder { reminders[id, default: 0] += 1 }
    }
  }
}
