import Testing

@testable import Core

@Suite("The board of seats")
struct SeatBoardTests {
  @Test("A swap costs exactly what it changes", arguments: 0..<20 as Range<UInt64>)
  func costs(seed: UInt64) throws {
    let instance = try RandomParty.instance(seed)
    var chance = Chance(seed: seed)
    let energy = PairEnergy(instance, .strict)
    let board = SeatBoard(Seats.shuffled(instance, &chance), guestCount: instance.guestCount, energy: energy)
    for _ in 0..<200 {
      let one = chance.below(board.seatCount)
      let round = board.round(of: one)
      let other = round.lowerBound + chance.below(round.count)
      if board.isSameTable(one, other) { continue }
      let before = total(board.schedule(), energy, instance)
      let cost = Int(board.cost(one, other))
      board.swap(one, other)
      #expect(total(board.schedule(), energy, instance) == before + cost)
    }
  }

  @Test("Guests who change places for the evening cost what that changes", arguments: 0..<20 as Range<UInt64>)
  func exchanges(seed: UInt64) throws {
    let instance = try RandomParty.instance(seed)
    var chance = Chance(seed: seed)
    let energy = PairEnergy(instance, .strict)
    let board = SeatBoard(Seats.shuffled(instance, &chance), guestCount: instance.guestCount, energy: energy)
    for _ in 0..<200 {
      let (one, other) = (chance.below(instance.guestCount), chance.below(instance.guestCount))
      if one == other { continue }
      let before = total(board.schedule(), energy, instance)
      let cost = Int(board.exchangeCost(one, other))
      board.exchange(one, other)
      #expect(total(board.schedule(), energy, instance) == before + cost)
      let faults = ScheduleFault.all(in: board.schedule(), instance)
      #expect(faults.allSatisfy { if case .forbidden = $0 { true } else { false } })
    }
  }

  private func total(_ schedule: [Seating], _ energy: PairEnergy, _ instance: RotationInstance) -> Int {
    let counts = MeetingCounts(guestCount: instance.guestCount, schedule)
    return counts.met
      .map { pair, times in
        let first = Int(energy.first[pair.low * instance.guestCount + pair.high])
        return first > 0 ? first * times : first + Int(energy.again) * times * (times - 1) / 2
      }
      .reduce(0, +)
  }
}
