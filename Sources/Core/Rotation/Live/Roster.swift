/// Numbers for the people who are there.
struct Roster {
  /// By number, in ascending order.
  let ids: [String]
  private let numbers: [String: Int]

  init(_ present: [String]) {
    ids = Array(Set(present)).sorted()
    numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
  }

  /// Those of the people who are there.
  func numbers(_ people: [String: Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: people.compactMap { id, value in numbers[id].map { ($0, value) } })
  }

  /// Those of which both are there.
  func numbers(_ pairs: Set<PersonPair>) -> Set<GuestPair> {
    Set(pairs.compactMap(number))
  }

  func numbers(_ history: [PersonPair: Int]) -> [GuestPair: Int] {
    Dictionary(uniqueKeysWithValues: history.compactMap { pair, times in number(pair).map { ($0, times) } })
  }

  private func number(_ pair: PersonPair) -> GuestPair? {
    guard let one = numbers[pair.first], let other = numbers[pair.second], one != other else { return nil }
    return GuestPair(one, other)
  }
}
