import Foundation

/// Patterns for `LIKE … ESCAPE '\'`.
package enum LikePattern {
  package static func containing(_ text: String) -> String {
    "%" + text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
  }
}
