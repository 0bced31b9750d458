import Testing

@testable import Core

@Suite("The board of seats")
struct SeatBoardTests {
  @Test("A swap costs exactly what it changes", arguments: 0..<20 as Range<UInt64>)
  func costs(seed: UInt64) throws {
    var scene = try Scene(seed)
    let board = scene.board
    for _ in 0..<200 {
      let one = scene.chance.below(board.seatCount)
      let round = board.round(of: one)
      let other = round.lowerBound + scene.chance.below(round.count)
      if board.isSameTable(one, other) { continue }
      let before = scene.total
      let cost = Int(board.cost(one, other))
      board.swap(one, other)
      #expect(scene.total == before + cost)
    }
  }

  @Test("Guests who change places for the evening cost exactly the difference", arguments: 0..<20 as Range<UInt64>)
  func exchanges(seed: UInt64) throws {
    var scene = try Scene(seed)
    let board = scene.board
    for _ in 0..<200 {
      let (one, other) = (scene.chance.below(board.guestCount), scene.chance.below(board.guestCount))
      if one == other { continue }
      let before = scene.total
      let cost = Int(board.exchangeCost(one, other))
      board.exchange(one, other)
      #expect(scene.total == before + cost)
      let faults = ScheduleFault.all(in: board.schedule(), scene.instance)
      #expect(faults.allSatisfy { if case .forbidden = $0 { true } else { false } })
    }
  }

  /// Guests of a random party, seated by chance and priced strictly.
  private struct Scene {
    let instance: RotationInstance
    let board: SeatBoard
    var chance: Chance
    private let energy: PairEnergy

    init(_ seed: UInt64) throws {
      instance = try RandomParty.instance(seed)
      chance = Chance(seed: seed)
      energy = PairEnergy(instance, .strict)
      board = SeatBoard(Seats.shuffled(instance, &chance), guestCount: instance.guestCount, energy: energy)
    }

    /// The schedule's cost, counted afresh.
    var total: Int {
      MeetingCounts(guestCount: instance.guestCount, board.schedule()).met
        .map { pair, times in
          let first = Int(energy.first[pair.low * instance.guestCount + pair.high])
          return first > 0 ? first * times : first + Int(energy.again) * times * (times - 1) / 2
        }
        .reduce(0, +)
    }
  }
}
