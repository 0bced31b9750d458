/// The best way to split a word, found from its end to its beginning.
struct CompoundSearch {
  struct Part {
    let keys: [String]
    let rarity: WordTable.Rarity
  }

  struct Parting {
    let parts: [[String]]
    /// The mean rarity of its parts, plus a little for each joint.
    let rarity: WordTable.Rarity
  }

  private static let mostParts = 4
  /// Of two ways, the one with fewer parts is likelier.
  private static let rarityOfJoint = 0.15

  let letters: [UInt8]
  let part: (ArraySlice<UInt8>, _ isLast: Bool) -> Part?
  private var known: [Int: Parting?] = [:]

  init(letters: [UInt8], part: @escaping (ArraySlice<UInt8>, _ isLast: Bool) -> Part?) {
    self.letters = letters
    self.part = part
  }

  mutating func best() -> Parting? {
    best(from: 0)
  }

  private mutating func best(from start: Int) -> Parting? {
    if let parting = known[start] { return parting }
    var best: Parting?
    if start > 0, let last = part(letters[start...], true) {
      best = Parting(parts: [last.keys], rarity: last.rarity)
    }
    for end in stride(from: start + 2, through: letters.count - 3, by: 1) {
      guard let first = part(letters[start..<end], false), let rest = self.best(from: end) else { continue }
      let count = Double(rest.parts.count)
      let rarity = (first.rarity + rest.rarity * count) / (count + 1) + Self.rarityOfJoint
      if rest.parts.count < Self.mostParts, rarity < best?.rarity ?? .infinity {
        best = Parting(parts: [first.keys] + rest.parts, rarity: rarity)
      }
    }
    known[start] = .some(best)
    return best
  }
}
