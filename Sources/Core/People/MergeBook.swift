/// The people of one source, fed row by row, duplicates merged.
///
/// Records with the same address are one person; two addresses never are. A record without address joins the records of the
/// same name and organisation: those without address, and the one person with an address who is called so, if there is
/// exactly one in the whole source, before or behind. Feeding people who were merged already changes nothing.
package struct MergeBook: Sendable {
  /// People in the order of their first appearance, and how many records went into others.
  package struct Outcome: Sendable, Equatable {
    package let people: [PersonRecord]
    package let merged: Int
  }

  private enum Bearers {
    case one(Int)
    case several
  }

  private var entries: [PersonRecord] = []
  private var indices: [PersonKey: Int] = [:]
  private var fed = 0

  package init() {}

  package mutating func add(_ person: PersonRecord) {
    fed += 1
    let key = PersonKey(person)
    if let key, let index = indices[key] {
      if entries[index] != person { entries[index] = PersonMerge(entries[index], person).record }
      return
    }
    if let key { indices[key] = entries.count }
    entries.append(person)
  }

  package func outcome() -> Outcome {
    var people: [PersonRecord?] = entries
    for (bearer, namesakes) in namesakesByBearer() {
      let group = (namesakes + [bearer]).sorted()
      for later in group.dropFirst() {
        guard let first = people[group[0]], let second = people[later] else { continue }
        people[group[0]] = PersonMerge(first, second).record
        people[later] = nil
      }
    }
    let remaining = people.compactMap(\.self)
    return Outcome(people: remaining, merged: fed - remaining.count)
  }

  /// Entries without address, by the one entry with an address that each belongs to.
  private func namesakesByBearer() -> [Int: [Int]] {
    let bearers = bearers()
    var namesakes: [Int: [Int]] = [:]
    for (key, index) in indices {
      guard case .named(let name) = key, case .one(let bearer) = bearers[name] else { continue }
      namesakes[bearer, default: []].append(index)
    }
    return namesakes
  }

  /// Who with an address bears a name that a record without address has. What counts is the name that a person has after all
  /// records of the address are merged: it is the one that is stored, and is met again by the next import.
  private func bearers() -> [NameKey: Bearers] {
    var bearers: [NameKey: Bearers] = [:]
    if !indices.keys.contains(where: \.isName) { return bearers }
    for (index, entry) in entries.enumerated() where !entry.email.isEmpty {
      guard let name = NameKey(entry) else { continue }
      bearers[name] = bearers[name] == nil ? .one(index) : .several
    }
    return bearers
  }
}
