/// The points on which a list and the address book disagree about somebody. A fact that only one of them knows is no
/// difference: it is filled in. Topics and links are united and never differ.
package struct PersonDifferences: Sendable, Equatable {
  /// In the order in which they are shown.
  package let fields: [PersonMerge.Field]

  package init(known: PersonRecord, listed: PersonRecord) {
    fields = Self.compared.filter { field in
      let (one, other) = (known[field], listed[field])
      return !one.isEmpty && !other.isEmpty && one != other && !Self.isSame(field, one, other)
    }
  }

  package static let compared: [PersonMerge.Field] = [.name, .email, .organisation, .role, .country]

  /// A difference in case alone is no news.
  private static func isSame(_ field: PersonMerge.Field, _ one: String, _ other: String) -> Bool {
    field == .email ? MailAddress.key(one) == MailAddress.key(other) : one.lowercased() == other.lowercased()
  }
}

extension PersonRecord {
  /// The text of a field; topics are joined by semicolons.
  package subscript(field: PersonMerge.Field) -> String {
    switch field {
    case .name: name
    case .email: email
    case .organisation: organisation
    case .role: role
    case .country: country
    case .topics: topics.joined(separator: "; ")
    case .links: links.joined(separator: " ")
    case .manner: [manner.honorific?.rawValue ?? "", manner.language?.rawValue ?? ""].joined(separator: " ")
    }
  }

  /// The same person, with the list's values in these fields.
  package func taking(_ fields: Set<PersonMerge.Field>, from listed: PersonRecord) -> PersonRecord {
    func text(_ field: PersonMerge.Field) -> String { fields.contains(field) ? listed[field] : self[field] }
    return PersonRecord(
      name: text(.name), email: text(.email), organisation: text(.organisation), role: text(.role),
      country: text(.country), topics: topics, talks: talks, links: links, identity: identity,
      manner: manner)
  }
}
