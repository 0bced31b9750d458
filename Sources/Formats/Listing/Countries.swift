import Names

/// What a column of countries holds.
enum Countries {
  /// Whether the text is nothing but a country's name, or its code in capitals.
  static func contains(_ text: String) -> Bool { CountryNames.code(of: text) != nil }
}
