import Names

/// The test for a column of countries.
enum Countries {
  /// True if the text is nothing but a country's name, or its code in capitals.
  static func contains(_ text: String) -> Bool { CountryNames.code(of: text) != nil }
}
