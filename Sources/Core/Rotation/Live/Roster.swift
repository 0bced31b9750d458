/// Numbers for the people present.
struct Roster {
  /// By number, in ascending order.
  let ids: [String]
  private let numbers: [String: Int]

  init(_ present: [String]) {
    ids = Array(Set(present)).sorted()
    numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
  }

  /// The ones that belong to people present.
  func numbers(_ people: [String: Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: people.compactMap { id, value in numbers[id].map { ($0, value) } })
  }

  /// The ones whose people are both present.
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
