import Foundation

/// The common form of two spellings of one mail address, and the test whether a text is an address at all.
package enum MailAddress {
  /// The form of an address by which people are merged and suppressed: trimmed, lowercased, in Unicode's form NFC, its
  /// domain in letters rather than in the form for servers (`xn--`). RFC 5321 §2.4 lets a server tell `Anna@` from
  /// `anna@`, but no server in common use does. The text need not be an address: see `isValid`.
  package static func key(_ address: String) -> String {
    let folded = folded(address)
    guard folded.contains("xn--"), let at = folded.lastIndex(of: "@") else { return folded }
    let labels = folded[folded.index(after: at)...].split(separator: ".", omittingEmptySubsequences: false)
    return folded[...at] + labels.map { Punycode.plain(String($0)) ?? String($0) }.joined(separator: ".")
  }

  /// The same with its domain as it was written.
  package static func folded(_ address: String) -> String {
    let trimmed = address.collapsingWhitespace.lowercased()
    return trimmed.utf8.allSatisfy { $0 < 0x80 } ? trimmed : trimmed.precomposedStringWithCanonicalMapping
  }

  /// True if mail can be sent to `address`: `local@domain` of the common form (RFC 5321 §4.1.2 without quoted local
  /// parts and address literals), within the bounds of RFC 5321 §4.5.3.1, with a domain of at least two labels that may
  /// have umlauts. An umlaut before the `@` needs SMTPUTF8 all the way, and is nearly always a slip, so it is refused.
  package static func isValid(_ address: String) -> Bool {
    let key = folded(address)
    guard hasNoMarks(address), let at = key.lastIndex(of: "@"), key.utf8.count <= 254 else { return false }
    return isLocalPart(key[..<at]) && isDomain(key[key.index(after: at)...])
  }

  /// Characters other than blanks that `key` drops, such as a NUL, have no place in an address.
  private static func hasNoMarks(_ address: String) -> Bool {
    func marks(_ text: String) -> Int { text.unicodeScalars.count { !$0.properties.isWhitespace } }
    return marks(address) == marks(address.collapsingWhitespace)
  }

  private static func isLocalPart(_ text: Substring) -> Bool {
    guard (1...64).contains(text.utf8.count) else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.utf8.allSatisfy(isAtomByte)
    }
  }

  private static func isAtomByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: atomSymbols.contains(byte)
    }
  }

  private static let atomSymbols = Set("!#$%&'*+-/=?^_`{|}~".utf8)

  private static func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, text.utf8.count <= 253, labels.allSatisfy(isLabel) else { return false }
    return labels.last?.contains(where: \.isLetter) ?? false
  }

  private static func isLabel(_ label: Substring) -> Bool {
    guard (1...63).contains(label.utf8.count), label.first != "-", label.last != "-" else { return false }
    return label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}
