/// Records of one person on the way to being merged, in the source's order.
package struct RecordGroup: Sendable {
  package private(set) var count = 1
  private var merged: PersonRecord
  private var topics: [String]
  private let first: PersonRecord

  package init(_ first: PersonRecord) {
    self.first = first
    merged = first.with(topics: [])
    topics = first.topics
  }

  /// Topics are united once, at the end: otherwise a list that names one person a hundred thousand times would take for
  /// ever.
  package mutating func add(_ record: PersonRecord) {
    count += 1
    topics += record.topics
    merged = PersonMerge(merged, record.with(topics: [])).record
  }

  /// The name as known so far.
  package var name: String { merged.name }
  package var identity: String { merged.identity }

  package var record: PersonRecord { count == 1 ? first : merged.with(topics: topics) }
}

extension PersonRecord {
  fileprivate func with(topics: [String]) -> PersonRecord {
    PersonRecord(
      name: name, email: email, organisation: organisation, role: role, country: country, topics: topics, talks: talks,
      links: links, identity: identity, manner: manner)
  }

  /// The record of somebody whose address also belongs to another person.
  package var withoutAddress: PersonRecord {
    PersonRecord(
      name: name, organisation: organisation, role: role, country: country, topics: topics, talks: talks,
      links: links, identity: identity, manner: manner)
  }
}
