/// The people of one source, fed row by row, duplicates merged.
///
/// Records with the same address are one person; two addresses never are. A record without address joins the records of the
/// same name and organisation: those without address, and the one person with an address who is called so, if there is
/// exactly one in the whole source. That is decided at the end, so the order of rows does not matter to who is who.
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
  /// Who with an address bears a name, by every name that their records had.
  private var bearers: [NameKey: Bearers] = [:]
  private var fed = 0

  package init() {}

  package mutating func add(_ person: PersonRecord) {
    fed += 1
    let index = place(person)
    if !person.email.isEmpty, let name = NameKey(person) { note(name, of: index) }
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

  /// Merges into the entry of the same key, or makes a new one.
  private mutating func place(_ person: PersonRecord) -> Int {
    let key = PersonKey(person)
    if let key, let index = indices[key] {
      if entries[index] != person { entries[index] = PersonMerge(entries[index], person).record }
      return index
    }
    entries.append(person)
    if let key { indices[key] = entries.count - 1 }
    return entries.count - 1
  }

  private mutating func note(_ name: NameKey, of index: Int) {
    switch bearers[name] {
    case nil: bearers[name] = .one(index)
    case .one(index), .several: break
    case .one: bearers[name] = .several
    }
  }

  /// Entries without address, by the one entry with an address that each belongs to.
  private func namesakesByBearer() -> [Int: [Int]] {
    var namesakes: [Int: [Int]] = [:]
    for (key, index) in indices {
      guard case .named(let name) = key, case .one(let bearer) = bearers[name] else { continue }
      namesakes[bearer, default: []].append(index)
    }
    return namesakes
  }
}
