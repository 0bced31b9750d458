import Foundation

/// Searching for a part of a text in a way both engines share. SQLite's LIKE ignores the case of ASCII letters and
/// PostgreSQL's doesn't; their `lower()` differs for letters outside ASCII. So neither is used anywhere else.
extension SQL {
  /// - Parameters:
  ///   - column: a column whose texts are all in lower case, as folded ones and ids are.
  ///   - text: also in lower case.
  package static func lowerCase(_ column: String, contains text: String) -> SQL {
    "\(SQL(stringLiteral: column)) LIKE \(pattern(text)) ESCAPE '\\'"
  }

  /// A pre-selection: the rows found must still be compared.
  /// - Parameter word: ASCII letters and digits in lower case; empty for any text.
  package static func anyCase(_ column: String, contains word: String) -> SQL {
    "lower(\(SQL(stringLiteral: column))) LIKE \(pattern(word)) ESCAPE '\\'"
  }

  /// Matches texts that begin with it, letter for letter.
  package static func column(_ column: String, begins text: String) -> SQL {
    let column = SQL(stringLiteral: column)
    guard let last = text.unicodeScalars.last, let next = Unicode.Scalar(last.value + 1) else { return "1 = 1" }
    let end = String(String.UnicodeScalarView(text.unicodeScalars.dropLast() + [next]))
    return "(\(column) >= \(text) AND \(column) < \(end))"
  }

  private static func pattern(_ text: String) -> String {
    "%" + text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
  }
}
