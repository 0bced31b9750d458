/// The division of guests among tables.
package enum TableSizes {
  /// Tables of about `seats`, as even as possible and with nobody alone if that can be avoided; larger tables first.
  package static func even(_ guests: Int, near seats: Int) -> [Int] {
    guard guests > 0 else { return [] }
    var tables = max(1, (2 * guests + seats) / (2 * seats))
    while tables > 1, guests / tables < 2 { tables -= 1 }
    return even(guests, tables: tables)
  }

  /// Exactly this many tables, as even as possible; larger tables first.
  package static func even(_ guests: Int, tables: Int) -> [Int] {
    (0..<tables).map { guests / tables + ($0 < guests % tables ? 1 : 0) }
  }

  /// The number of pairs that meet at tables of these sizes.
  static func meetings(_ sizes: some Sequence<Int>) -> Int {
    sizes.map { $0 * ($0 - 1) / 2 }.reduce(0, +)
  }
}
