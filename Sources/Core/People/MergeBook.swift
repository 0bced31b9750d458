/// The people of one source, fed row by row, duplicates merged.
///
/// Records with the same address are one person, unless their names clearly differ: then the first keeps the address.
/// Two addresses are never one person. A record without an address joins the records of the same name and organisation:
/// the ones without an address, and the one person of that name with an address if there is exactly one in the whole
/// source, earlier or later. People whom the source tells apart by ids of its own stay apart. Feeding in people who are
/// already merged changes nothing.
package struct MergeBook: Sendable {
  /// The people in the order of their first appearance, and the number of records merged into others.
  package struct Outcome: Sendable, Equatable {
    package let people: [PersonRecord]
    package let merged: Int
    /// Positions in `people` of those who lost an address to somebody before them.
    package let sharers: Set<Int>

    package init(people: [PersonRecord], merged: Int, sharers: Set<Int> = []) {
      self.people = people
      self.merged = merged
      self.sharers = sharers
    }
  }

  private enum Bearers {
    case one(Int)
    case several
  }

  private var records: [PersonRecord] = []

  package init() {}

  package mutating func add(_ person: PersonRecord) { records.append(person) }

  package func outcome() -> Outcome {
    var people = records.map(Optional.some)
    let sharers = mergeByAddress(&people)
    mergeByName(&people)
    mergeBearers(&people)
    var remaining: [PersonRecord] = []
    var found: Set<Int> = []
    for (index, person) in people.enumerated() {
      guard let person else { continue }
      if sharers.contains(index) { found.insert(remaining.count) }
      remaining.append(person)
    }
    return Outcome(people: remaining, merged: records.count - remaining.count, sharers: found)
  }

  /// - Returns: the positions of the people who lost the address.
  private func mergeByAddress(_ people: inout [PersonRecord?]) -> Set<Int> {
    var places: [String: [Int]] = [:]
    for (index, person) in records.enumerated() where !person.email.isEmpty {
      places[MailAddress.key(person.email), default: []].append(index)
    }
    var sharers: Set<Int> = []
    for group in places.values where group.count > 1 {
      var holders = AddressHolders(records[group[0]])
      var firsts = [group[0]]
      for index in group.dropFirst() {
        if holders.add(records[index]) == firsts.count { firsts.append(index) } else { people[index] = nil }
      }
      for (holder, index) in zip(holders.groups, firsts) {
        people[index] = index == firsts[0] ? holder.record : holder.record.withoutAddress
        if index != firsts[0] { sharers.insert(index) }
      }
    }
    return sharers
  }

  private func mergeByName(_ people: inout [PersonRecord?]) {
    var places: [NameKey: [Int]] = [:]
    for (index, person) in people.enumerated() {
      guard let person, person.email.isEmpty, let key = NameKey(person) else { continue }
      places[key, default: []].append(index)
    }
    for group in places.values where group.count > 1 {
      var namesakes = Namesakes()
      for index in group {
        guard let person = people[index] else { continue }
        if namesakes.add(person, at: index) != nil { people[index] = nil }
      }
      for (place, record) in namesakes.records { people[place] = record }
    }
  }

  /// Entries without an address join the one with an address and the same name. The name that counts is the one a
  /// person has after all records of the address are merged: that one is stored, and the next import meets it again.
  private func mergeBearers(_ people: inout [PersonRecord?]) {
    var bare: [NameKey: [Int]] = [:]
    for (index, person) in people.enumerated() {
      guard let person, person.email.isEmpty, let key = NameKey(person) else { continue }
      bare[key, default: []].append(index)
    }
    guard !bare.isEmpty else { return }
    var bearers: [NameKey: Bearers] = [:]
    for (index, person) in people.enumerated() {
      guard let person, !person.email.isEmpty, let key = NameKey(person), bare[key] != nil else { continue }
      bearers[key] = bearers[key] == nil ? .one(index) : .several
    }
    for (key, places) in bare where places.count == 1 {
      guard case .one(let bearer) = bearers[key] else { continue }
      let order = [bearer, places[0]].sorted()
      guard let first = people[order[0]], let second = people[order[1]] else { continue }
      var group = RecordGroup(first)
      group.add(second)
      people[order[0]] = group.record
      people[order[1]] = nil
    }
  }
}
