import Foundation
import Names

/// Name and organisation as they are compared: in Unicode's form NFKC, ignoring case and runs of white space, the name
/// without honorifics, degrees and commas. Umlauts count: Frau Müller and Frau Muller may be two people. So does the
/// case of a single word without an organisation: “eli” and “Eli” may be the handles of two speakers.
package struct NameKey: Sendable, Hashable {
  package let name: String
  package let organisation: String

  /// Nil when nothing is left of the name.
  package init?(_ person: PersonRecord) {
    organisation = Self.caseFolded(person.organisation)
    let isHandle = organisation.isEmpty && !person.name.contains(" ") && !person.name.isEmpty
    name = isHandle ? person.name : Self.withoutHonorifics(Self.caseFolded(person.name))
    if name.isEmpty { return nil }
  }

  private static func caseFolded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    let normal = isNFKC(text) ? text : text.precomposedStringWithCompatibilityMapping
    let folded = normal.lowercased().collapsingWhitespace
    guard folded.unicodeScalars.contains(where: { $0 == "ß" || $0 == "ς" }) else { return folded }
    return folded.replacingOccurrences(of: "ß", with: "ss").replacingOccurrences(of: "ς", with: "σ")
  }

  /// True only for texts of ASCII and U+00C0–U+00FF, whose lead byte in UTF-8 is C3; checked first because normalising
  /// is slow.
  private static func isNFKC(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0xC0 || $0 == 0xC3 }
  }

  /// The name itself if it consists of honorifics only.
  private static func withoutHonorifics(_ name: String) -> String {
    let words = name.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }.map(Substring.init)
    let rest = words.filter { !NameWords.isHonorific($0) }
    if rest.count == words.count, !name.utf8.contains(UInt8(ascii: ",")) { return name }
    return (rest.isEmpty ? words : rest).joined(separator: " ")
  }
}
