/// Those who stand in a source with one and the same address. An address is shared by a secretariat, or belongs to whoever
/// ordered for several: different names are different people, and the first of them keeps the address.
package struct AddressHolders: Sendable {
  package private(set) var groups: [RecordGroup]

  package init(_ first: PersonRecord) { groups = [RecordGroup(first)] }

  /// Adds a record to the first who may be called so, else it is somebody new.
  /// - Returns: whose group it went to.
  @discardableResult
  package mutating func add(_ record: PersonRecord) -> Int {
    if let index = groups.firstIndex(where: { NameLikeness($0.name, record.name).mayBeSame }) {
      groups[index].add(record)
      return index
    }
    groups.append(RecordGroup(record))
    return groups.count - 1
  }
}
