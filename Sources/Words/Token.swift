import Foundation

/// A word of a text.
struct Token: Sendable, Hashable {
  /// As the text has it.
  let shown: String
  /// Lowercase, without diacritics, ß as ss.
  let folded: String
  /// Consists of letters alone, and is therefore worth stemming.
  let isWord: Bool

  init(_ text: some StringProtocol) {
    shown = String(text)
    folded = Self.fold(shown)
    isWord = folded.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
  }

  private static func fold(_ text: String) -> String {
    let lowercase = text.lowercased()
    if lowercase.utf8.allSatisfy({ $0 < 0x80 }) { return lowercase }
    var folded = String.UnicodeScalarView()
    for scalar in lowercase.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar {
      case "ß": folded.append(contentsOf: "ss".unicodeScalars)
      case "æ": folded.append(contentsOf: "ae".unicodeScalars)
      case "œ": folded.append(contentsOf: "oe".unicodeScalars)
      case "ø": folded.append("o")
      case "ł": folded.append("l")
      case _ where scalar.properties.generalCategory == .nonspacingMark: break
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }
}
