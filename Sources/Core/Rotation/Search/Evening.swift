/// Lets the guest who meets fewest people meet more, as long as that costs nothing that ranks higher.
struct Evening {
  private let board: SeatBoard

  /// The board is priced strictly.
  init(_ board: SeatBoard) {
    self.board = board
  }

  func run(steps: Int, _ chance: inout Chance) {
    var worst = rank
    for _ in 0..<steps {
      let one = chance.below(board.seatCount)
      guard board.acquaintances(of: board.guest(at: one)) == worst.fewest else { continue }
      let round = board.round(of: one)
      let other = round.lowerBound + chance.below(round.count)
      if board.isSameTable(one, other) || board.cost(one, other) > 0 { continue }
      board.swap(one, other)
      let now = rank
      if (now.fewest, -now.guests) < (worst.fewest, -worst.guests) {
        board.swap(one, other)
      } else {
        worst = now
      }
    }
  }

  /// The number of people the worst-off guests meet, and the number of those guests.
  private var rank: (fewest: Int, guests: Int) {
    let met = (0..<board.guestCount).map(board.acquaintances)
    let fewest = met.min() ?? 0
    return (fewest, met.count { $0 == fewest })
  }
}
