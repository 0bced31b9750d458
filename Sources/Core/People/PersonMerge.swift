/// Two records of one person, merged into one.
package struct PersonMerge: Sendable, Equatable {
  /// Decides which of two texts stays when both records have one.
  package enum Preference: Sendable {
    /// The longer one in UTF-8 (so "Müller" wins over "Muller"), or the first of two that are equally long: for rows of
    /// lists, where nobody knows which is better.
    case longer
    /// The first; the second only fills its gaps: for a record that the host has edited.
    case first
  }

  package enum Field: String, Sendable, CaseIterable {
    case name, email, organisation, role, country, topics, links, manner
  }

  package let record: PersonRecord
  /// The fields in which `record` differs from the first of the two. Empty when the second brought no news, as when the
  /// same file is imported again.
  package let changes: Set<Field>

  /// The address is always the first's, if it has one; topics are united. Merging is associative, and merging a record
  /// with itself, or again with one it was merged with, changes nothing.
  package init(_ first: PersonRecord, _ second: PersonRecord, preferring preference: Preference = .longer) {
    func preferred(_ field: KeyPath<PersonRecord, String>, _ preference: Preference) -> String {
      Self.preferred(first[keyPath: field], second[keyPath: field], preference)
    }
    record = PersonRecord(
      name: preferred(\.name, preference),
      email: preferred(\.email, .first),
      organisation: preferred(\.organisation, preference),
      role: preferred(\.role, preference),
      country: preferred(\.country, preference),
      topics: first.topics == second.topics ? first.topics : TopicList.union(first.topics, second.topics),
      talks: first.talks == second.talks ? first.talks : TopicList.union(first.talks, second.talks),
      links: first.links == second.links ? first.links : first.links + second.links,
      identity: first.identity.isEmpty ? second.identity : first.identity,
      manner: first.manner.filled(by: second.manner))
    changes = Self.changes(from: first, to: record)
  }

  private static func preferred(_ first: String, _ second: String, _ preference: Preference) -> String {
    switch preference {
    case .longer: second.utf8.count > first.utf8.count ? second : first
    case .first: first.isEmpty ? second : first
    }
  }

  private static func changes(from old: PersonRecord, to new: PersonRecord) -> Set<Field> {
    var changes: Set<Field> = []
    if old.name != new.name { changes.insert(.name) }
    if old.email != new.email { changes.insert(.email) }
    if old.organisation != new.organisation { changes.insert(.organisation) }
    if old.role != new.role { changes.insert(.role) }
    if old.country != new.country { changes.insert(.country) }
    if old.topics != new.topics { changes.insert(.topics) }
    if old.links != new.links { changes.insert(.links) }
    if old.manner != new.manner { changes.insert(.manner) }
    return changes
  }
}
