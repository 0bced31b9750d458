/// How guests are spread over tables.
package enum TableSizes {
  /// Tables of about `seats`, as even as can be and nobody alone if that is possible; larger tables first.
  package static func even(_ guests: Int, near seats: Int) -> [Int] {
    guard guests > 0 else { return [] }
    var tables = max(1, (2 * guests + seats) / (2 * seats))
    while tables > 1, guests / tables < 2 { tables -= 1 }
    return even(guests, tables: tables)
  }

  /// Exactly so many tables, as even as can be; larger tables first.
  package static func even(_ guests: Int, tables: Int) -> [Int] {
    (0..<tables).map { guests / tables + ($0 < guests % tables ? 1 : 0) }
  }

  /// How many pairs meet at tables of these sizes.
  static func meetings(_ sizes: some Sequence<Int>) -> Int {
    sizes.map { $0 * ($0 - 1) / 2 }.reduce(0, +)
  }
}
