import Foundation
import Names

/// The common part in the names of two people who may be one: the name's words without titles and degrees, in
/// alphabetical order, so that given and family name may stand either way round; umlauts and accents count as their
/// base letters, even where they are written out. The host is asked about two with one key; they are never merged
/// unasked.
package enum LikenessKey {
  /// Empty for a name of a single word: too many people are called Anna.
  package static func key(of name: String) -> String {
    let words = (isSimple(name) ? simpleWords(name) : NameLikeness.words(of: name)).filter { !$0.isEmpty }
    return words.count > 1 ? words.sorted().joined(separator: " ") : ""
  }

  /// A name without brackets, commas and dots has no degrees, asides or abbreviations.
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
