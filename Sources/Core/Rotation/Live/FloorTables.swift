/// The number of people at each table of the floor.
enum FloorTables {
  /// By table: 0 if it isn't used. Tables where somebody stays are used, and of the others no more than it takes to
  /// hold everybody and leave at least two people for each.
  /// - Parameter kept: the table of each person who stays.
  static func sizes(people: Int, tables: Int, limit: Int, kept: [Int]) -> [Int] {
    let stayers = (0..<tables).map { table in kept.count { $0 == table } }
    let wanted = min(tables, (people + limit - 1) / limit, people / 2)
    let occupied = (0..<tables).filter { stayers[$0] > 0 }
    let free = (0..<tables).filter { stayers[$0] == 0 }
    let used = occupied + free.prefix(max(0, max(1, wanted) - occupied.count))
    var sizes = stayers
    for _ in 0..<(people - kept.count) {
      guard let smallest = used.min(by: { (sizes[$0], $0) < (sizes[$1], $1) }) else { break }
      sizes[smallest] += 1
    }
    return sizes
  }
}
