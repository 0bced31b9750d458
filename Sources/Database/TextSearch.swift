import Foundation

/// Looking for a part of a text, as both engines do it alike. SQLite's LIKE takes ASCII letters of either case for the same and PostgreSQL's
/// doesn't; what their `lower()` makes of letters outside of ASCII differs. So nothing of both stands elsewhere.
extension SQL {
  /// - Parameters:
  ///   - column: whose texts are in lower case all of them, as folded ones and ids are.
  ///   - text: in lower case as well.
  package static func lowerCase(_ column: String, contains text: String) -> SQL {
    "\(SQL(stringLiteral: column)) LIKE \(pattern(text)) ESCAPE '\\'"
  }

  /// For looking before: what is found is still to be compared.
  /// - Parameter word: of ASCII letters and digits in lower case; empty for any text.
  package static func anyCase(_ column: String, contains word: String) -> SQL {
    "lower(\(SQL(stringLiteral: column))) LIKE \(pattern(word)) ESCAPE '\\'"
  }

  /// Which begin with it, letter for letter.
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
