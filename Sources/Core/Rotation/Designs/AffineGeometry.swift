/// Rounds without repeats for q^d guests at tables of q: the lines of a space over a finite field. The parallel lines
/// of one direction make a round, and any two points lie on exactly one line: in all (q^d - 1)/(q - 1) rounds everybody
/// meets everybody once.
enum AffineGeometry {
  /// Nil unless q is a prime power and the number of guests a power of it.
  static func rounds(guests: Int, perTable: Int) -> [Seating]? {
    guard let field = GaloisField(order: perTable), let dimension = dimension(guests, perTable) else { return nil }
    return directions(dimension, perTable).map { seating(along: $0, guests, field) }
  }

  private static func dimension(_ guests: Int, _ order: Int) -> Int? {
    var rest = guests
    var dimension = 0
    while rest > 1, rest.isMultiple(of: order) {
      rest /= order
      dimension += 1
    }
    return rest == 1 && dimension > 0 ? dimension : nil
  }

  /// One vector for each direction: the one whose last non-zero coordinate is 1.
  private static func directions(_ dimension: Int, _ order: Int) -> [[Int]] {
    let count = (0..<dimension).reduce(1) { count, _ in count * order }
    return (1..<count)
      .map { point($0, dimension, order) }
      .filter { $0.last { $0 != 0 } == 1 }
  }

  private static func seating(along direction: [Int], _ guests: Int, _ field: GaloisField) -> Seating {
    var isSeated = Array(repeating: false, count: guests)
    var tables: Seating = []
    for start in 0..<guests where !isSeated[start] {
      let table = line(from: start, along: direction, field)
      for guest in table { isSeated[guest] = true }
      tables.append(table)
    }
    return tables
  }

  private static func line(from start: Int, along direction: [Int], _ field: GaloisField) -> [Int] {
    let origin = point(start, direction.count, field.order)
    return (0..<field.order).map { step in
      zip(origin, direction)
        .map { field.sum($0, field.product(step, $1)) }
        .reversed()
        .reduce(0) { $0 * field.order + $1 }
    }
  }

  private static func point(_ number: Int, _ dimension: Int, _ order: Int) -> [Int] {
    var rest = number
    return (0..<dimension).map { _ in
      defer { rest /= order }
      return rest % order
    }
  }
}
