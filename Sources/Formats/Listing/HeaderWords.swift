import Foundation

/// The meaning of a column's name.
enum HeaderWords {
  /// The role a known name stands for; `.ignore` for a known name of something that a person's entry has no field for.
  static func role(of header: String) -> ColumnRole? {
    guard header.utf8.count <= 80 else { return nil }
    let words = folded(header)
    guard !words.isEmpty else { return nil }
    if header.contains("#") { return .ignore }
    return HeaderVocabulary.roles[words] ?? (isTitle(header) ? .title : nil)
  }

  /// The role, even of a longer name that contains a known word: "Ihre E-Mail-Adresse (dienstlich)".
  static func roughRole(of header: String) -> ColumnRole? { Heading(header).role }

  /// "Titel" may be a Dr., a job or a talk: only the cells can tell.
  static func isTitle(_ header: String) -> Bool { titles.contains(folded(header)) }

  private static let titles: Set<String> = ["titel", "title", "title s", "titre", "titulo"]

  /// True if the name is a heading all by itself, even over a single column.
  static func isNameOrAddress(_ header: String) -> Bool {
    switch role(of: header) {
    case .name, .firstName, .lastName, .email, .speakers: true
    default: false
    }
  }

  static func tokens(of header: String) -> [String] { folded(header).split(separator: " ").map(String.init) }

  /// Lower case without accents; anything but letters and digits becomes a space; numbers are dropped; "e-mail" is one
  /// word.
  static func folded(_ header: String) -> String {
    let plain = header.tidied.lowercased().replacing("ß", with: "ss").decomposedStringWithCanonicalMapping
    var words = ""
    for scalar in plain.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
      words.unicodeScalars.append(scalar.properties.isAlphabetic ? scalar : " ")
    }
    let joined = words.split(separator: " ").joined(separator: " ")
    return joined.replacing("e mail", with: "email").replacing("ae", with: "a").replacing("oe", with: "o")
      .replacing("ue", with: "u")
  }
}
