extension StringProtocol {
  /// The length of a text for limits: its code points, of at most four bytes each. What looks like one letter may carry
  /// a million marks.
  package var length: Int { unicodeScalars.count }

  /// The first code points, at most so many.
  package func cut(to most: Int) -> String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(most)))
  }
}
