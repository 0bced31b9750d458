import Foundation

/// The names of the world's countries in German and English, and their codes (ISO 3166).
enum Countries {
  /// Whether the text is nothing but a country's name, or its code in capitals.
  static func contains(_ text: String) -> Bool {
    codes.contains(text) || names.contains(text.lowercased())
  }

  private static let codes = Set(
    Locale.Region.isoRegions.map(\.identifier).filter { $0.count == 2 && $0.allSatisfy(\.isLetter) })

  private static let names: Set<String> = {
    let everyday = [
      "usa", "uk", "u.s.", "u.s.a.", "england", "holland", "great britain", "the netherlands", "korea", "russia",
    ]
    let languages = ["de", "en"].map { Locale(identifier: $0) }
    return Set(languages.flatMap { language in codes.compactMap { language.localizedString(forRegionCode: $0) } })
      .reduce(into: Set(everyday)) { $0.insert($1.lowercased()) }
  }()
}
