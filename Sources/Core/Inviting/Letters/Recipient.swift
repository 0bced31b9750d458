import Foundation

/// The guest as the salutation needs them.
package struct Recipient: Sendable, Hashable {
  /// As imported: "Anna Müller", "Müller, Anna", "Dr. Anna Müller"; nil when only the address is known.
  package var name: String?
  /// When it is known apart from the name.
  package var givenName: String?
  /// "Dr.", "Prof. Dr."
  package var title: String?
  /// The host's own salutation without the comma, "Liebe Frau Müller"; it wins over everything.
  package var salutation: String?

  package init(name: String? = nil, givenName: String? = nil, title: String? = nil, salutation: String? = nil) {
    self.name = name
    self.givenName = givenName
    self.title = title
    self.salutation = salutation
  }

  /// Given name first, without titles; nil when no name is known, or what stands in its place is an address.
  package var plainName: String? {
    guard let name = Prose.phrase(name), !name.contains("@") else { return nil }
    return Prose.line(words(of: turned(name)).drop(while: Self.isTitle).joined(separator: " "))
  }

  /// What a friend says; the whole name where the first word is an initial.
  package var familiarName: String? {
    if let givenName = Prose.phrase(givenName) { return givenName }
    guard let plainName, let first = words(of: plainName).first else { return nil }
    return first.hasSuffix(".") || first.count < 2 ? plainName : first
  }

  /// The titles, from the field of their own or from the front of the name.
  package var titles: [String] {
    let own = words(of: Prose.line(title) ?? "")
    return own.isEmpty ? Array(words(of: Prose.line(name) ?? "").prefix(while: Self.isTitle)) : own
  }

  private func turned(_ name: String) -> String {
    let parts = name.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return parts.count == 2 ? "\(parts[1]) \(parts[0])" : name
  }

  private func words(of text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  private static let titleWords: Set = [
    "dr", "dres", "prof", "professor", "professorin", "pd", "dipl.-ing", "mag", "mr", "mrs", "ms", "herr", "frau",
  ]

  private static func isTitle(_ word: String) -> Bool {
    let bare = word.lowercased()
    return titleWords.contains(bare.hasSuffix(".") ? String(bare.dropLast()) : bare)
  }
}
