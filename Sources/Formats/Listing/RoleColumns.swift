/// The columns of each role. A list asks for them a dozen times in each of its rows, so no role is hashed.
struct RoleColumns {
  private var places: [[Int]]

  init(_ roles: [ColumnRole]) {
    places = Array(repeating: [], count: ColumnRole.allCases.count)
    for (column, role) in roles.enumerated() { places[role.place].append(column) }
  }

  /// Nil if no column has the role.
  subscript(role: ColumnRole) -> [Int]? {
    let found = places[role.place]
    return found.isEmpty ? nil : found
  }

  /// Puts first, among the columns of each role, those for which the condition holds.
  mutating func prefer(_ condition: (Int) -> Bool) {
    for place in places.indices where places[place].count > 1 {
      places[place] = places[place].filter(condition) + places[place].filter { !condition($0) }
    }
  }
}

extension ColumnRole {
  fileprivate var place: Int {
    switch self {
    case .name: 0
    case .firstName: 1
    case .lastName: 2
    case .title: 3
    case .email: 4
    case .organisation: 5
    case .role: 6
    case .country: 7
    case .honorific: 8
    case .language: 9
    case .topics: 10
    case .talkTitle: 11
    case .speakers: 12
    case .status: 13
    case .link: 14
    case .ignore: 15
    }
  }
}

/// Remembers the meaning of cells: lists repeat the same few topics, jobs and answers in thousands of rows. Where a list
/// never repeats itself, nothing more is kept.
final class CellMemory<Meaning> {
  private static var most: Int { 2000 }
  private var known: [String: Meaning] = [:]
  private var hits = 0
  private var misses = 0

  func meaning(of cell: String, _ find: (String) -> Meaning) -> Meaning {
    if misses > Self.most, hits < misses { return find(cell) }
    if let meaning = known[cell] {
      hits += 1
      return meaning
    }
    misses += 1
    let meaning = find(cell)
    if known.count < Self.most, cell.utf8.count < 256 { known[cell] = meaning }
    return meaning
  }
}
