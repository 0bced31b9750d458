import Foundation

/// An address as the suppression list compares it. Hashing is done outside.
package enum SuppressionKey {
  /// Lower case, composed characters (NFC), the domain as ASCII (IDNA), without angle brackets, `mailto:`, a final dot
  /// and blanks. Tags (`anna+list@`) and dots are kept: to most servers they are different mailboxes.
  /// - Returns: nil when this is no address.
  package static func normalise(_ address: String) -> String? {
    let bare = unwrapped(address).precomposedStringWithCanonicalMapping.lowercased()
    guard let at = bare.lastIndex(of: "@") else { return nil }
    let local = bare[..<at]
    let domain = bare[bare.index(after: at)...]
    guard !local.isEmpty, !local.contains(where: \.isWhitespace), let ascii = asciiDomain(String(domain)) else {
      return nil
    }
    return "\(local)@\(ascii)"
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
