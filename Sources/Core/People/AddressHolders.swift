/// The people in a source who have the same address. A secretariat shares an address, or it belongs to somebody who
/// ordered for several: different names are different people, and the first of them keeps the address.
package struct AddressHolders: Sendable {
  package private(set) var groups: [RecordGroup]

  package init(_ first: PersonRecord) { groups = [RecordGroup(first)] }

  /// Adds a record to the first person it could belong to by name, otherwise to somebody new.
  /// - Returns: the position of the group it went to.
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
