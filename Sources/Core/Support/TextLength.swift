extension StringProtocol {
  /// How long a text is where a limit asks: its code points, of at most four bytes each. What looks like one letter may be one with a million
  /// marks on it.
  package var length: Int { unicodeScalars.count }

  /// The first code points, at most so many.
  package func cut(to most: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(most)))
  }
}
