import Foundation
import Names

/// Decides whether two names may be two spellings of one: with and without titles, given and family name swapped,
/// umlauts written out, initials, a part left out.
package struct NameLikeness: Sendable {
  private let one: String
  private let other: String

  package init(_ one: String, _ other: String) {
    self.one = one
    self.other = other
  }

  /// True even if one of them is missing.
  package var mayBeSame: Bool {
    if one.isEmpty || other.isEmpty || one == other { return true }
    let (first, second) = (Self.words(of: one), Self.words(of: other))
    if first.isEmpty || second.isEmpty { return true }
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    return Self.isCovered(short, by: long)
  }

  /// Each word of the shorter name stands for a different word of the longer one, at least one of them in full.
  private static func isCovered(_ short: [String], by long: [String]) -> Bool {
    var rest = long
    var isFull = false
    for word in short.sorted(by: { $0.count > $1.count }) {
      if let place = rest.firstIndex(of: word) {
        rest.remove(at: place)
        isFull = isFull || word.count > 1
      } else if let place = rest.firstIndex(where: { isInitial(word, of: $0) || isInitial($0, of: word) }) {
        rest.remove(at: place)
      } else {
        return false
      }
    }
    return isFull
  }

  private static func isInitial(_ word: String, of name: String) -> Bool { word.count == 1 && name.hasPrefix(word) }

  /// Lower case, without titles and accents, umlauts as their base letter: `Müller`, `Mueller` and `Muller` are one.
  static func words(of name: String) -> [String] { bareWords(of: PersonName(name).bare) }

  static func bareWords(of name: String) -> [String] {
    var plain = name.lowercased()
    if !plain.utf8.allSatisfy({ $0 < 0x80 }) {
      let scalars = plain.replacing("ß", with: "ss").decomposedStringWithCanonicalMapping.unicodeScalars
      plain = String(String.UnicodeScalarView(scalars.filter { $0.properties.generalCategory != .nonspacingMark }))
    }
    return plain.split { !$0.isLetter && !$0.isNumber }.map { word in
      guard word.utf8.contains(UInt8(ascii: "e")) else { return String(word) }
      return String(word).replacing("ae", with: "a").replacing("oe", with: "o").replacing("ue", with: "u")
    }
  }
}
