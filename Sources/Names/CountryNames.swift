import Foundation

/// The names of the world's countries in German, English, French and Spanish, from CLDR and as people also write them
/// (`countries.txt`), with their codes (ISO 3166-1).
package enum CountryNames {
  /// The two-letter code; nil for a text that is no country. Codes count only in capitals: “de” and “can” are words.
  package static func code(of text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    if codes.contains(text) { return text }
    if let code = longCodes[text] { return code }
    return names[key(text)] ?? names[key(text.replacing(brackets, with: " "))]
  }

  private static let longest = 120
  private static var brackets: Regex<Substring> { /\([^()]*\)/ }

  private static let codes = Set(
    Locale.Region.isoRegions.map(\.identifier).filter { $0.count == 2 && $0.allSatisfy(\.isLetter) })

  private static let file = WordFile(PackageResources.countries_txt)

  private static let longCodes: [String: String] = Dictionary(
    file.sections.compactMap { section in section.words.first.map { ($0, section.name) } }
  ) { first, _ in first }

  /// Our own list takes precedence over CLDR: “Congo” is one country, while CLDR has the name for both.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for language in ["de", "en", "fr", "es"].map({ Locale(identifier: $0) }) {
      for code in codes.sorted() {
        if let name = language.localizedString(forRegionCode: code) { names[key(name)] = code }
      }
    }
    for section in file.sections { for word in section.words.dropFirst() { names[key(word)] = section.name } }
    names[""] = nil
    return names
  }()

  /// The words without accents and without small words, in alphabetical order: registers write `Korea, Republic of`.
  private static func key(_ text: String) -> String {
    let plain = text.lowercased().replacing("ß", with: "ss").replacing("’", with: "").replacing("'", with: "")
    let scalars = plain.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    let words = String(String.UnicodeScalarView(scalars)).split { !$0.isLetter && !$0.isNumber }.map {
      $0 == "saint" || $0 == "sankt" ? "st" : $0
    }
    return words.filter { !smallWords.contains($0) }.sorted().joined(separator: " ")
  }

  private static let smallWords: Set<Substring> = [
    "the", "der", "die", "das", "le", "la", "les", "l", "el", "und", "and", "et", "y", "of", "de", "du", "des", "del",
    "d", "da", "von",
  ]
}
