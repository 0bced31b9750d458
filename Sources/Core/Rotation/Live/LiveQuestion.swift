/// A line of JSON that asks for the next seating: `present`, `sizes`, and optionally `t` and `rounds` (the number of
/// rounds left), `history` (the seatings so far), `forbid`, `must`, `weights` and `default`.
package struct LiveQuestion: Sendable, Decodable {
  private let present: [Int]
  private let sizes: [Int]
  private let round: Int
  private let rounds: Int?
  private let history: [Seating]
  private let wishes: WishesFile

  private enum CodingKeys: String, CodingKey {
    case present, sizes, rounds, history
    case round = "t"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    present = try values.decode([Int].self, forKey: .present)
    sizes = try values.decode([Int].self, forKey: .sizes)
    round = try values.decodeIfPresent(Int.self, forKey: .round) ?? 0
    rounds = try values.decodeIfPresent(Int.self, forKey: .rounds)
    history = try values.decodeIfPresent([Seating].self, forKey: .history) ?? []
    wishes = try WishesFile(from: decoder)
  }

  package func nextRound() throws(InstanceProblem) -> NextRound {
    try NextRound(
      present: present, tableSizes: sizes, roundsLeft: roundsLeft, history: met(),
      apart: try wishes.apart(), must: try wishes.musts(), worths: try wishes.worths(),
      defaultWorth: wishes.defaultWorth)
  }

  /// Nobody can look further ahead than a thousand rounds.
  private var roundsLeft: Int {
    func bounded(_ count: Int) -> Int { min(max(0, count), 1000) }
    return max(1, bounded(rounds ?? 1) - bounded(round))
  }

  private func met() -> [GuestPair: Int] {
    var met: [GuestPair: Int] = [:]
    for table in history.joined() {
      for (place, one) in table.enumerated() {
        for other in table[(place + 1)...] { met[GuestPair(one, other), default: 0] += 1 }
      }
    }
    return met
  }
}
