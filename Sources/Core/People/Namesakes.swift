/// People of one name and organisation without an address: they are one person, unless the source has ids of its own
/// for them.
package struct Namesakes: Sendable {
  private var groups: [(place: Int, group: RecordGroup)] = []

  package init() {}

  /// - Returns: the place of the person the record belongs to; nil for somebody new.
  package mutating func add(_ record: PersonRecord, at place: Int) -> Int? {
    let index = groups.firstIndex { entry in
      entry.group.identity == record.identity || entry.group.identity.isEmpty || record.identity.isEmpty
    }
    guard let index else {
      groups.append((place, RecordGroup(record)))
      return nil
    }
    groups[index].group.add(record)
    return groups[index].place
  }

  /// The merged records, each with the place of its first.
  package var records: [(place: Int, record: PersonRecord)] { groups.map { ($0.place, $0.group.record) } }
}
