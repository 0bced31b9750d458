import Foundation
import Names

/// What the names of two people have in common who may be one: the name's words without titles and degrees, in the order of the
/// alphabet, so that given and family name may stand either way; umlauts and accents count as their base letters, also
/// where they are written out. Two with one key are asked about, never merged.
package enum LikenessKey {
  /// Empty for a name of a single word: too many people are called Anna.
  package static func key(of name: String) -> String {
    let words = (isSimple(name) ? simpleWords(name) : NameLikeness.words(of: name)).filter { !$0.isEmpty }
    return words.count > 1 ? words.sorted().joined(separator: " ") : ""
  }

  /// Without brackets, commas and dots a name has no degrees, no asides and no abbreviations.
  private static func isSimple(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0 < 0x80 && !punctuation.contains($0) }
  }

  private static let punctuation = Set(",.()[]\"".utf8)

  private static func simpleWords(_ name: String) -> [String] {
    name.lowercased().split(separator: " ").filter { !NameWords.isHonorific($0) }.flatMap {
      NameLikeness.bareWords(of: String($0))
    }
  }
}
