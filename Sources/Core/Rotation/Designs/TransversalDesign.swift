/// Rounds without repeats at q tables, from the lines of a plane over a finite field.
///
/// Guests are points (class, y) of up to q classes of q guests each. Table y of round t seats, from each class a, the
/// guest y + a·t. Two guests of different classes a ≠ b share a table in at most one round, because y + a·t = y' and z
/// + b·t = z' leave a single t; guests of one class never meet (Bose and Shrikhande, 1960, call it a resolvable
/// transversal design). Deleting guests from the last class makes the tables uneven by one.
enum TransversalDesign {
  /// Up to q + 1 rounds for these table sizes, which differ by at most 1; guests are numbered class by class. Nil if
  /// the number of tables is no prime power or smaller than a table.
  static func rounds(tableSizes: [Int]) -> [Seating]? {
    let tables = tableSizes.count
    guard let largest = tableSizes.max(), let smallest = tableSizes.min(), largest - smallest <= 1, largest <= tables,
      let field = GaloisField(order: tables)
    else { return nil }
    let guests = tableSizes.reduce(0, +)
    let lines = (0..<tables).map { turn in seating(turn, largest, guests, field) }
    return largest == tables && smallest == largest ? lines + [classes(tables)] : lines
  }

  private static func seating(_ turn: Int, _ classes: Int, _ guests: Int, _ field: GaloisField) -> Seating {
    (0..<field.order).map { table in
      (0..<classes)
        .map { $0 * field.order + field.sum(table, field.product($0, turn)) }
        .filter { $0 < guests }
    }
  }

  /// With as many classes as tables, the classes themselves make one more round.
  private static func classes(_ tables: Int) -> Seating {
    (0..<tables).map { one in (0..<tables).map { one * tables + $0 } }
  }
}
