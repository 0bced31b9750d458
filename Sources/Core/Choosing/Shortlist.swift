/// The people the host has chosen for a party, those next in line, and those who are out of the question.
///
/// A person stands in one place at most. Only somebody chosen can be pinned. A new proposal may exchange an unpinned
/// choice; a pin and an exclusion are the host's word. Every change is made by hand and therefore wins over what was
/// there before, even over a pin or an exclusion.
package struct Shortlist: Sendable, Equatable {
  /// In the order of choosing.
  package private(set) var chosen: [PersonID] = []
  package private(set) var pinned: Set<PersonID> = []
  /// Next in line first.
  package private(set) var reserves: [PersonID] = []
  package private(set) var excluded: Set<PersonID> = []

  package enum Place: Sendable, Equatable {
    /// Positions count from 0.
    case chosen(position: Int, isPinned: Bool)
    case reserve(position: Int)
    case excluded
  }

  package enum Direction: String, Sendable, CaseIterable {
    case up, down
  }

  package init() {}

  /// As stored. A repeated person keeps the first place; a pin on somebody not chosen is dropped.
  package init(chosen: [PersonID], pinned: Set<PersonID> = [], reserves: [PersonID], excluded: Set<PersonID> = []) {
    self.excluded = excluded
    for person in reserves.reversed() { insertReserve(person) }
    for person in chosen.reversed() { insertChosen(person) }
    self.pinned = pinned.intersection(self.chosen)
  }

  /// Nil for somebody the host has not dealt with.
  package func place(of person: PersonID) -> Place? {
    if let position = chosen.firstIndex(of: person) {
      return .chosen(position: position, isPinned: pinned.contains(person))
    }
    if let position = reserves.firstIndex(of: person) { return .reserve(position: position) }
    return excluded.contains(person) ? .excluded : nil
  }

  /// Puts somebody at the end of the chosen; changes nothing for somebody already chosen.
  package mutating func choose(_ person: PersonID) {
    if chosen.contains(person) { return }
    remove(person)
    chosen.append(person)
  }

  /// Puts somebody at the end of the reserves; changes nothing for somebody already a reserve.
  package mutating func moveToReserve(_ person: PersonID) {
    if reserves.contains(person) { return }
    remove(person)
    reserves.append(person)
  }

  /// Pins somebody, choosing them first if need be.
  package mutating func pin(_ person: PersonID) {
    choose(person)
    pinned.insert(person)
  }

  package mutating func unpin(_ person: PersonID) {
    pinned.remove(person)
  }

  /// Takes somebody out, so that they are not proposed again.
  package mutating func exclude(_ person: PersonID) {
    remove(person)
    excluded.insert(person)
  }

  /// Lifts an exclusion: the person may be proposed again.
  package mutating func restore(_ person: PersonID) {
    excluded.remove(person)
  }

  /// Forgets everything about somebody: neither chosen nor reserve nor excluded.
  package mutating func remove(_ person: PersonID) {
    chosen.removeAll { $0 == person }
    reserves.removeAll { $0 == person }
    pinned.remove(person)
    excluded.remove(person)
  }

  /// Swaps a reserve with the one before or behind; does nothing at the end of the line.
  package mutating func moveReserve(_ person: PersonID, _ direction: Direction) {
    guard let position = reserves.firstIndex(of: person) else { return }
    let other = direction == .up ? position - 1 : position + 1
    if reserves.indices.contains(other) { reserves.swapAt(position, other) }
  }

  private mutating func insertReserve(_ person: PersonID) {
    remove(person)
    reserves.insert(person, at: 0)
  }

  private mutating func insertChosen(_ person: PersonID) {
    remove(person)
    chosen.insert(person, at: 0)
  }
}
