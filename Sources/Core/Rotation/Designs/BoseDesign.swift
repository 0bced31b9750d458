/// Rounds without repeats for 3q + 1 guests at tables of four, where q = 4t + 1 is a prime power (16, 28, 40, 52 …
/// guests): q rounds in which everybody meets everybody (R. C. Bose, On the construction of balanced incomplete block
/// designs, 1939).
///
/// One guest stands still; the others are three classes, each with one guest for every element of the field. Let x be
/// an element whose powers are all elements but 0. The first round seats the still guest with the three zeros, and for
/// each class and each i < t the powers i and i + 2t of this class with i + t and i + 3t of the next. Adding an element
/// to all of them gives the other rounds.
struct BoseDesign {
  private let field: GaloisField
  /// x⁰, x¹ …
  private let powers: [Int]

  /// Up to q rounds for these table sizes: all four, or some three where up to four guests are missing. Nil if the
  /// number of guests does not fit.
  static func rounds(tableSizes: [Int]) -> [Seating]? {
    let full = 4 * tableSizes.count
    let missing = full - tableSizes.reduce(0, +)
    guard tableSizes.allSatisfy({ 3...4 ~= $0 }), 0...4 ~= missing, full % 12 == 4,
      let design = BoseDesign(order: (full - 1) / 3)
    else { return nil }
    // The last four sit together in the first round and nowhere else.
    let rounds = missing < 2 ? 0..<design.field.order : 1..<design.field.order
    return rounds.map { design.seating(turn: $0).map { $0.filter { $0 < full - missing } } }
  }

  private init?(order: Int) {
    guard let field = GaloisField(order: order) else { return nil }
    let candidates = (1..<order).lazy.map { base in
      (1..<(order - 1)).reduce(into: [1]) { powers, _ in powers.append(field.product(powers[powers.count - 1], base)) }
    }
    guard let powers = candidates.first(where: { Set($0).count == order - 1 }) else { return nil }
    self.field = field
    self.powers = powers
  }

  private func seating(turn: Int) -> Seating {
    var tables: Seating = [[3 * field.order] + (0..<3).map { guest($0, 0, turn) }]
    let quarter = powers.count / 4
    for one in 0..<3 {
      let next = (one + 1) % 3
      for power in 0..<quarter {
        tables.append([
          guest(one, powers[power], turn), guest(next, powers[power + quarter], turn),
          guest(one, powers[power + 2 * quarter], turn), guest(next, powers[power + 3 * quarter], turn),
        ])
      }
    }
    return tables
  }

  /// The zeros have the highest numbers after the guest who stands still.
  private func guest(_ place: Int, _ element: Int, _ turn: Int) -> Int {
    let moved = field.sum(element, turn)
    return moved == 0 ? 3 * (field.order - 1) + place : place * (field.order - 1) + moved - 1
  }
}
