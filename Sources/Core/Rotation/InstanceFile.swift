/// An instance as a JSON file gives it: `n`, `sizes`, `present`, and optionally `rounds`, `forbid`, `must`, `weights`
/// (`[one, other, worth]`) and `default`.
package struct InstanceFile: Sendable, Decodable {
  private let n: Int
  private let rounds: Int?
  private let sizes: [[Int]]
  private let present: [[Int]]?
  private let wishes: WishesFile

  private enum CodingKeys: String, CodingKey {
    case n, rounds, sizes, present
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    n = try values.decode(Int.self, forKey: .n)
    rounds = try values.decodeIfPresent(Int.self, forKey: .rounds)
    sizes = try values.decode([[Int]].self, forKey: .sizes)
    present = try values.decodeIfPresent([[Int]].self, forKey: .present)
    wishes = try WishesFile(from: decoder)
  }

  /// Without `present` everybody is there all the time.
  package func instance() throws(InstanceProblem) -> RotationInstance {
    if let rounds, rounds != sizes.count {
      throw InstanceProblem("rounds", "is \(rounds), but sizes has \(sizes.count)")
    }
    try InstanceCheck.demandGuests(n)
    return try RotationInstance(
      guestCount: n, tableSizes: sizes,
      presence: present?.map(Set.init) ?? Array(repeating: Set(sizes.indices), count: n),
      apart: try wishes.apart(), must: try wishes.musts(), worths: try wishes.worths(),
      defaultWorth: wishes.defaultWorth)
  }
}
