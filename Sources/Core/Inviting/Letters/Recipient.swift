import Foundation
import Names

/// The guest as the salutation needs them.
package struct Recipient: Sendable, Hashable {
  /// As imported: "Anna Müller", "Müller, Anna", "Dr. Anna Müller"; nil if only the address is known.
  package var name: String?
  /// Set if it is known separately from the name.
  package var givenName: String?
  /// "Dr.", "Prof. Dr."
  package var title: String?
  /// The host's own salutation without the comma, "Liebe Frau Müller"; it overrides everything else.
  package var salutation: String?
  /// With an honorific, a family name is enough.
  package var honorific: Honorific?

  package init(
    name: String? = nil, givenName: String? = nil, title: String? = nil, salutation: String? = nil,
    honorific: Honorific? = nil
  ) {
    self.name = name
    self.givenName = givenName
    self.title = title
    self.salutation = salutation
    self.honorific = honorific
  }

  /// Given name first, without titles; nil if no name is known, or an address stands in its place.
  package var plainName: String? {
    guard let name = Prose.phrase(name), !name.contains("@") else { return nil }
    let bare = PersonName(name).bare
    return NameWords.isTitle(bare) ? nil : Prose.line(bare)
  }

  /// The name that follows Frau or Herr: the family name where it can be told from the rest.
  package var formalName: String? {
    guard let plainName, let name = Prose.phrase(name) else { return nil }
    return PersonName(name).family ?? plainName
  }

  /// The name a friend would use; the whole name where nobody can tell which part that is.
  package var familiarName: String? {
    if let givenName = Prose.phrase(givenName) { return givenName }
    guard plainName != nil, let name = Prose.phrase(name) else { return nil }
    return PersonName(name).familiar
  }

  /// The titles, from their own field or from the front of the name.
  package var titles: [String] {
    let own = (Prose.line(title) ?? "").split(separator: " ").map(String.init)
    return own.isEmpty ? PersonName(Prose.line(name) ?? "").titles : own
  }
}
