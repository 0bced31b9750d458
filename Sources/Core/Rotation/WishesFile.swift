/// The wishes of an instance as JSON: `forbid`, `must`, `weights` and `default`, each of which may be missing.
package struct WishesFile: Sendable, Decodable {
  private let forbid: [[Int]]
  private let must: [[Int]]
  private let weights: [[Int]]
  package let defaultWorth: Int

  private enum CodingKeys: String, CodingKey {
    case forbid, must, weights
    case defaultWorth = "default"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    forbid = try values.decodeIfPresent([[Int]].self, forKey: .forbid) ?? []
    must = try values.decodeIfPresent([[Int]].self, forKey: .must) ?? []
    weights = try values.decodeIfPresent([[Int]].self, forKey: .weights) ?? []
    defaultWorth = try values.decodeIfPresent(Int.self, forKey: .defaultWorth) ?? 1
  }

  package func apart() throws(InstanceProblem) -> Set<GuestPair> { try pairs(forbid, "forbid") }

  package func musts() throws(InstanceProblem) -> Set<GuestPair> { try pairs(must, "must") }

  /// If a pair is listed twice, its last worth counts.
  package func worths() throws(InstanceProblem) -> [GuestPair: Int] {
    for (position, entry) in weights.enumerated() where entry.count != 3 {
      throw InstanceProblem("weights[\(position)]", "must be two guests and a worth")
    }
    return Dictionary(weights.map { (GuestPair($0[0], $0[1]), $0[2]) }, uniquingKeysWith: { $1 })
  }

  private func pairs(_ list: [[Int]], _ field: String) throws(InstanceProblem) -> Set<GuestPair> {
    for (position, entry) in list.enumerated() where entry.count != 2 {
      throw InstanceProblem("\(field)[\(position)]", "must be two guests")
    }
    return Set(list.map { GuestPair($0[0], $0[1]) })
  }
}
