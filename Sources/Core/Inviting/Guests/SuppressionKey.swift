import Foundation

/// An address as the suppression list compares it. It is hashed elsewhere.
package enum SuppressionKey {
  /// Lower case, composed characters (NFC), the domain as ASCII (IDNA), without angle brackets, `mailto:`, a final dot
  /// and blanks. Tags (`anna+list@`) and dots are kept: to most servers they are different mailboxes.
  /// - Returns: nil if this is no address.
  package static func normalise(_ address: String) -> String? {
    if let plain = plain(address) { return plain }
    let bare = unwrapped(address).precomposedStringWithCanonicalMapping.lowercased()
    guard let at = bare.lastIndex(of: "@") else { return nil }
    let local = bare[..<at]
    let domain = bare[bare.index(after: at)...]
    guard !local.isEmpty, !local.contains(where: \.isWhitespace), let ascii = asciiDomain(String(domain)) else {
      return nil
    }
    return "\(local)@\(ascii)"
  }

  /// Lowercases an address of the kind nearly all are: ASCII letters, digits and the usual signs around one @, followed
  /// by labels separated by dots. The code below does the same to such an address, only more slowly.
  private static func plain(_ address: String) -> String? {
    var (isBehind, labelLength, localLength) = (false, 0, 0)
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "@"):
        if isBehind || localLength == 0 { return nil }
        isBehind = true
      case UInt8(ascii: ".") where isBehind:
        if labelLength == 0 { return nil }
        labelLength = 0
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        if isBehind { labelLength += 1 } else { localLength += 1 }
      case UInt8(ascii: "."), UInt8(ascii: "+"):
        if isBehind { return nil }
        localLength += 1
      default: return nil
      }
    }
    return isBehind && labelLength > 0 ? address.lowercased() : nil
  }

  private static func unwrapped(_ address: String) -> String {
    var text = address.trimmingCharacters(in: .whitespacesAndNewlines)
    if let open = text.lastIndex(of: "<"), text.hasSuffix(">") {
      text = String(text[text.index(after: open)...].dropLast())
    }
    if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst(7)) }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func asciiDomain(_ domain: String) -> String? {
    let domain = domain.hasSuffix(".") ? String(domain.dropLast()) : domain
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.allSatisfy(isLabel) else { return nil }
    return labels.map { Punycode.label(String($0)) }.joined(separator: ".")
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
